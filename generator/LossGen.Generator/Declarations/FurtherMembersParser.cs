using LossGen.Generator.Diagnostics;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Generator.Declarations;

/// <summary>Reads which members a class has besides those that every loss has: for each location or element by itself, and for second derivatives.</summary>
internal static class FurtherMembersParser
{
    /// <summary>Reads them; null if a problem was found.</summary>
    public static (bool Each, bool Curvature)? Parse(LossAttributeData attribute, ParsedDefinition loss, ProblemList problems)
    {
        string[] asked = [.. new[] { LossProperty.Each, LossProperty.Curvature }.Where(property => attribute.Find(property) is { Value: true })];
        if (loss.Definition is not { } definition)
        {
            return null;
        }

        if (definition.Total is not null && asked.Length > 0)
        {
            problems.Add(Descriptors.EachWithTotal, ArgumentLocations.OfProperty(attribute.Syntax, asked[0]), asked[0], definition.Total.Sums.Count);
            return null;
        }

        bool hasCurvature = asked.Contains(LossProperty.Curvature);
        if (hasCurvature && WhyNoCurvature(definition, loss.Inputs.FirstOrDefault(static input => input.HasGradient)) is { } reason)
        {
            problems.Add(Descriptors.CurvatureOfNoElement, ArgumentLocations.OfProperty(attribute.Syntax, LossProperty.Curvature), reason);
            return null;
        }

        return (asked.Contains(LossProperty.Each), hasCurvature);
    }

    // Why there is no second derivative for each element, if there is none.
    private static string? WhyNoCurvature(LossDefinition definition, LossInput? input) => input switch
    {
        _ when PairRules.HasPairs(definition) => "the loss visits pairs of classes, and only one that visits each class once has second derivatives",
        { Kind: InputKind.Elements } => null,
        null => "no input has a gradient",
        { Kind: InputKind.Learned } => $"the first input that has a gradient, {input.Name}, is one number for the whole call: put an input with an element for each value first",
        _ => $"the first input that has a gradient, {input.Name}, is one number for each location: put an input with elements along the axis first",
    };
}

using System.Globalization;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;

namespace LossGen.Generator.Declarations;

/// <summary>Reads the factor on value and gradients: at least 0, and finite in the loss's element type.</summary>
internal static class WeightParser
{
    private const double Default = 1.0;

    public static ExactDouble? Parse(LossAttributeData attribute, ElementKind? element, ProblemList problems)
    {
        double weight = attribute.Find(LossProperty.Weight) is { } given ? (double)given.Value! : Default;
        bool isDouble = element == ElementKind.Double;
        double limit = isDouble ? double.MaxValue : float.MaxValue;
        if (weight >= 0 && weight <= limit)
        {
            return weight;
        }

        problems.Add(
            Descriptors.WeightOutOfRange,
            ArgumentLocations.OfProperty(attribute.Syntax, LossProperty.Weight),
            weight.ToString("R", CultureInfo.InvariantCulture),
            isDouble ? "double" : "float");
        return null;
    }
}

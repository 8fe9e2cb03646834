using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;

namespace LossGen.Generator.Declarations;

/// <summary>Reads what members may leave besides value and gradients.</summary>
internal static class OutputsParser
{
    private const OutputKinds All = OutputKinds.Predictions | OutputKinds.LogSumExps | OutputKinds.Probabilities | OutputKinds.Accuracy;

    // Of the greatest element.
    private const OutputKinds OfElements = OutputKinds.Predictions | OutputKinds.Accuracy;

    // Of a softmax.
    private const OutputKinds OfLogits = OutputKinds.LogSumExps | OutputKinds.Probabilities;

    /// <summary>Reads them; null if a problem was found.</summary>
    public static OutputKinds? Parse(LossAttributeData attribute, ParsedDefinition loss, TensorShape? shape, ProblemList problems)
    {
        var kinds = (OutputKinds)(int)(attribute.Find(LossProperty.Outputs)?.Value ?? 0);
        if (kinds == OutputKinds.None || loss.Definition is not { } definition)
        {
            return kinds;
        }

        string? reason = (kinds & ~All) != 0 ? "a combination of LossOutputs.Predictions, LossOutputs.LogSumExps, LossOutputs.Probabilities and LossOutputs.Accuracy is allowed"
            : definition.Total is not null ? "the method marked with [Total] makes one value of several sums: declare a loss without a total beside this one"
            : (kinds & OfLogits) != 0 && !definition.TakesSoftmax ? "the loss takes no softmax: only LossOutputs.Predictions and LossOutputs.Accuracy are allowed"
            : (kinds & OutputKinds.Accuracy) != 0 && !loss.Inputs.Any(static input => input.Kind == InputKind.Labels) ? "the loss has no labels, so that no prediction is right: leave out LossOutputs.Accuracy"
            : (kinds & OfElements) != 0 && shape?.Classes > MostClasses(loss.Element) ? $"of more than {InvariantText.Number(MostClasses(loss.Element))} classes, a prediction cannot be told with float: set Element to ElementType.Double"
            : null;
        if (reason is null)
        {
            return kinds;
        }

        problems.Add(Descriptors.OutputsDoNotFit, ArgumentLocations.OfProperty(attribute.Syntax, LossProperty.Outputs), Text(kinds), reason);
        return null;
    }

    private static int MostClasses(ElementKind? element) => OutputLimits.MostClasses(element == ElementKind.Double);

    private static string Text(OutputKinds kinds) => (kinds & ~All) != 0 ? InvariantText.Number((int)kinds)
        : string.Join(" | ", kinds.ToString().Split([", "], StringSplitOptions.None).Select(static kind => "LossOutputs." + kind));
}

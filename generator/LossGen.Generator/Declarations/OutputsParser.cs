using LossGen.Generator.Diagnostics;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Generator.Declarations;

/// <summary>Reads what members may leave besides value and gradients.</summary>
internal static class OutputsParser
{
    private const OutputKinds All = OutputKinds.Predictions | OutputKinds.LogSumExps | OutputKinds.Probabilities | OutputKinds.Accuracy | OutputKinds.Statistics;

    // What compares the numbers of classes.
    private const OutputKinds OfElements = OutputKinds.Predictions | OutputKinds.Accuracy | OutputKinds.Statistics;

    // Of a softmax.
    private const OutputKinds OfLogits = OutputKinds.LogSumExps | OutputKinds.Probabilities;

    private static readonly string[] StatisticsExclude = [LossProperty.Label, LossProperty.Weighting, "LabelSmoothing", "ZLoss", "SoftCap", "Temperature"];

    /// <summary>Reads them; null if a problem was found.</summary>
    public static OutputKinds? Parse(LossAttributeData attribute, ParsedDefinition loss, TensorShape? shape, ProblemList problems)
    {
        var kinds = (OutputKinds)(int)(attribute.Find(LossProperty.Outputs)?.Value ?? 0);
        if (kinds == OutputKinds.None || loss.Definition is not { } definition)
        {
            return kinds;
        }

        string? reason = (kinds & ~All) != 0 ? "a combination of LossOutputs.Predictions, LossOutputs.LogSumExps, LossOutputs.Probabilities, LossOutputs.Accuracy and LossOutputs.Statistics is allowed"
            : definition.Total is not null ? "the method marked with [Total] makes one value of several sums: declare a loss without a total beside this one"
            : (kinds & OfLogits) != 0 && !definition.TakesSoftmax ? "the loss takes no softmax: only LossOutputs.Predictions and LossOutputs.Accuracy are allowed"
            : (kinds & OutputKinds.Accuracy) != 0 && !loss.Inputs.Any(static input => input.Kind == InputKind.Labels) ? "the loss has no labels, so that no prediction is right: leave out LossOutputs.Accuracy"
            : (kinds & OutputKinds.Statistics) != 0 && WhyNoStatistics(kinds, attribute, definition, shape) is { } why ? why
            : (kinds & OfElements) != 0 && shape?.Classes > MostClasses(loss.Element) ? $"of more than {InvariantText.Number(MostClasses(loss.Element))} classes, a prediction cannot be told with float: set Element to ElementType.Double"
            : null;
        if (reason is null)
        {
            return kinds;
        }

        problems.Add(Descriptors.OutputsDoNotFit, ArgumentLocations.OfProperty(attribute.Syntax, LossProperty.Outputs), Text(kinds), reason);
        return null;
    }

    /// <summary>Whether the classes of a loss with these outputs are a shard of all.</summary>
    public static bool AreOfShard(object? outputs) => outputs is int kinds && ((OutputKinds)kinds & OutputKinds.Statistics) != 0;

    // Statistics of shards merge to those of a plain softmax loss; and labels of shards are int, counted from each shard's first class.
    private static string? WhyNoStatistics(OutputKinds kinds, LossAttributeData attribute, LossDefinition definition, TensorShape? shape)
    {
        string? option = StatisticsExclude.FirstOrDefault(name => attribute.Find(name) is not null);
        return definition.Kind != LossKind.Softmax ? "the loss is not a SoftmaxLoss: leave out LossOutputs.Statistics"
            : (kinds & OutputKinds.Accuracy) != 0 ? "statistics of shards of the classes do not say which predictions are right: leave out LossOutputs.Accuracy"
            : option is not null ? $"statistics of shards of the classes do not go with {option}: leave out one of them"
            : attribute.Find(LossProperty.IgnoreLabel) is { Value: int ignored and >= 0 } && ignored <= shape?.Classes ? "statistics need an IgnoreLabel that is not a class of any shard: a negative one"
            : null;
    }

    private static int MostClasses(ElementKind? element) => OutputLimits.MostClasses(element == ElementKind.Double);

    private static string Text(OutputKinds kinds) => (kinds & ~All) != 0 ? InvariantText.Number((int)kinds)
        : string.Join(" | ", kinds.ToString().Split([", "], StringSplitOptions.None).Select(static kind => "LossOutputs." + kind));
}

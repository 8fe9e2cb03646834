using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

// What is wrong with the weights of classes, data points and predictions.
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor UnknownWeightingMode = new(
        "LG0015",
        "Weighting mode is unknown",
        "Weighting is {0}, but must be WeightingMode.None, WeightingMode.PerClass, WeightingMode.PerDataPoint, WeightingMode.PerPrediction or WeightingMode.PerLocation",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A number cast to WeightingMode need not be one of its members.",
        helpLinkUri: HelpLink("LG0015"));

    public static readonly DiagnosticDescriptor UnknownWeightNormalization = new(
        "LG0016",
        "Normalisation of weights is unknown",
        "Normalize is {0}, but must be WeightNormalization.Local, WeightNormalization.Global or WeightNormalization.None",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A number cast to WeightNormalization need not be one of its members.",
        helpLinkUri: HelpLink("LG0016"));

    public static readonly DiagnosticDescriptor WeightsNeedLabel = new(
        "LG0044",
        "Weights need a label",
        "Weighting is WeightingMode.{0}, which weighs a location by its one label, but the loss '{1}' {2}: with WeightingMode.PerLocation, each location has a weight of its own",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Weights of classes, of data points and of the prediction are found by the label of a location, which is an integer by which the formula reads an element. Other weights of classes are a [Parameter] that is a ReadOnlySpan<T>.",
        helpLinkUri: HelpLink("LG0044"));

    public static readonly DiagnosticDescriptor WeightsCount = new(
        "LG0017",
        "Weights has the wrong number of elements",
        "{0} has {1}, but {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "There is one constant weight per class, or one per element of a data point, which is the declared shape without the batch; and one positive weight per class.",
        helpLinkUri: HelpLink("LG0017"));

    public static readonly DiagnosticDescriptor ConstantWeightOutOfRange = new(
        "LG0018",
        "Element of Weights is negative or not finite",
        "Weights[{0}] is {1}, but must be at least 0 and finite",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A weight is the factor on a location's loss; a negative one would turn its loss into a gain.",
        helpLinkUri: HelpLink("LG0018"));

    public static readonly DiagnosticDescriptor WeightsSumToZero = new(
        "LG0019",
        "Weights that are to be normalised sum to 0",
        "Weights sum to 0{0}, but WeightNormalization.{1} divides by that sum: make one of them positive, or set Normalize to WeightNormalization.None",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Normalising multiplies the weights by the number they should sum to and divides them by their sum, which must be above 0: at each location, or over the whole data point.",
        helpLinkUri: HelpLink("LG0019"));

    public static readonly DiagnosticDescriptor WeightsNotConstant = new(
        "LG0020",
        "Weights are given for a weighting mode that takes no constants",
        "Weights are given, but Weighting is WeightingMode.{0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Constant weights belong to the classes or to the data point; without a weighting there are none, and those of a prediction or of locations are passed to each call.",
        helpLinkUri: HelpLink("LG0020"));

    public static readonly DiagnosticDescriptor NormalizeWithoutWeights = new(
        "LG0024",
        "Normalize is given, but there are no weights",
        "Normalize is WeightNormalization.{0}, but has no effect, as Weighting is WeightingMode.None: set Weighting to another mode, or remove Normalize",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Normalize says how the weights of classes, data points or predictions are scaled; without a weighting there are none.",
        helpLinkUri: HelpLink("LG0024"));
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

/// <summary>Every diagnostic of LossGen. An id, once shipped, is never used for anything else.</summary>
internal static partial class Descriptors
{
    private const string Category = "LossGen";

    public static readonly DiagnosticDescriptor ClassNotPartial = new(
        "LG0001",
        "Loss class is not partial",
        "The class '{0}' carries a loss attribute and must be partial",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generator writes a second part of the class, so every part of it must be partial.",
        helpLinkUri: HelpLink("LG0001"));

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = new(
        "LG0002",
        "Type around a loss class is not partial",
        "The loss '{0}' is nested in {1}, but can be nested in partial types only",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated part of a nested class stands within a second part of each type around it, so these must be partial.",
        helpLinkUri: HelpLink("LG0002"));

    public static readonly DiagnosticDescriptor BatchCount = new(
        "LG0003",
        "Shape does not have one batch dimension",
        "The shape {0} must have exactly one dimension Shape.Batch, but has {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "One dimension, the number of samples, is given at run time by the length of the spans; all others are fixed by the declaration.",
        helpLinkUri: HelpLink("LG0003"));

    public static readonly DiagnosticDescriptor DimensionBelowOne = new(
        "LG0004",
        "Dimension is below 1",
        "Dimension {0} of the shape {1} is {2}, but must be at least 1 or Shape.Batch",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A dimension of size 0 leaves no element, and a negative one means nothing; the batch is written Shape.Batch.",
        helpLinkUri: HelpLink("LG0004"));

    public static readonly DiagnosticDescriptor DimNotAClassAxis = new(
        "LG0005",
        "Dim names no class axis",
        "Dim is {0}, but the class axis of {1} can only be {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The class axis is one of the shape's dimensions, counted from the front or, where negative, from the back, and it is not the batch.",
        helpLinkUri: HelpLink("LG0005"));

    public static readonly DiagnosticDescriptor WeightOutOfRange = new(
        "LG0006",
        "Weight is negative or not finite",
        "Weight is {0}, but must be at least 0 and finite as {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The weight multiplies value and gradients in the loss's element type; a negative one would turn the loss into a gain.",
        helpLinkUri: HelpLink("LG0006"));

    public static readonly DiagnosticDescriptor Bottoms = new(
        "LG0007",
        "Bottoms are not two distinct identifiers",
        "Bottoms has {0}, but {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The two names become parameters of the generated methods, beside the gradients, which are named after them with 'Gradient' appended.",
        helpLinkUri: HelpLink("LG0007"));

    public static readonly DiagnosticDescriptor SeveralLosses = new(
        "LG0008",
        "Class carries more than one loss attribute",
        "The class '{0}' carries both {1} and {2}, but a class is filled with one loss",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Each loss is a class of its own; the generated methods of two losses would have the same names.",
        helpLinkUri: HelpLink("LG0008"));

    public static readonly DiagnosticDescriptor ClassCannotCarryLoss = new(
        "LG0009",
        "Class cannot carry a loss",
        "The class '{0}' cannot carry a loss: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A loss is a class that is not static, generic or local to its file, does not derive from a loss, neither is nor has a member named like one of the members it is given, and leaves room for the constructor that takes its weights.",
        helpLinkUri: HelpLink("LG0009"));

    public static readonly DiagnosticDescriptor DataPointTooLarge = new(
        "LG0010",
        "Data point is too large",
        "One data point of the shape {0} has more than {1} elements, the most that a span can hold",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The product of all dimensions but the batch is the length of the shortest span that can be given, so it must fit in an int.",
        helpLinkUri: HelpLink("LG0010"));

    public static readonly DiagnosticDescriptor NoDefaultClassAxis = new(
        "LG0011",
        "Shape has no default class axis",
        "The shape {0} has no default class axis: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The classes are by default next to the batch; a batch in the middle is next to two dimensions, and one that stands alone to none.",
        helpLinkUri: HelpLink("LG0011"));

    public static readonly DiagnosticDescriptor UnknownElementType = new(
        "LG0012",
        "Element type is unknown",
        "Element is {0}, but must be ElementType.Single or ElementType.Double",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A number cast to ElementType need not be one of its members.",
        helpLinkUri: HelpLink("LG0012"));

    public static readonly DiagnosticDescriptor NamesDifferInCase = new(
        "LG0013",
        "Names of two losses differ only in case",
        "The losses '{0}' and '{1}' differ only in case, but their generated files are named after them without regard to case",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The compiler does not accept two generated files whose names differ only in case.",
        helpLinkUri: HelpLink("LG0013"));

    public static readonly DiagnosticDescriptor UnknownLabelType = new(
        "LG0014",
        "Label type is unknown",
        "Label is {0}, but must be LabelType.Int32, LabelType.Byte, LabelType.UInt16 or LabelType.Int64",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A number cast to LabelType need not be one of its members.",
        helpLinkUri: HelpLink("LG0014"));

    public static readonly DiagnosticDescriptor UnknownWeightingMode = new(
        "LG0015",
        "Weighting mode is unknown",
        "Weighting is {0}, but must be WeightingMode.None, WeightingMode.PerClass, WeightingMode.PerDataPoint or WeightingMode.PerPrediction",
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

    public static readonly DiagnosticDescriptor WeightsCount = new(
        "LG0017",
        "Weights has the wrong number of elements",
        "Weights has {0}, but WeightingMode.{1} needs {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Constant weights are one for each class, or one for each element of a data point, which is the declared shape without the batch.",
        helpLinkUri: HelpLink("LG0017"));

    public static readonly DiagnosticDescriptor ConstantWeightOutOfRange = new(
        "LG0018",
        "Element of Weights is negative or not finite",
        "Weights[{0}] is {1}, but must be at least 0 and finite",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A weight is the factor by which a location counts; a negative one would turn its loss into a gain.",
        helpLinkUri: HelpLink("LG0018"));

    public static readonly DiagnosticDescriptor WeightsSumToZero = new(
        "LG0019",
        "Weights that are to be normalised sum to 0",
        "Weights sum to 0{0}, but WeightNormalization.{1} divides by that sum: make one of them positive, or set Normalize to WeightNormalization.None",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Weights are normalised by the number they should sum to, divided by their sum, which must be above 0: at each location, or over the whole data point.",
        helpLinkUri: HelpLink("LG0019"));

    public static readonly DiagnosticDescriptor WeightsNotConstant = new(
        "LG0020",
        "Weights are given to a weighting that takes no constants",
        "Weights are given, but Weighting is WeightingMode.{0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Constant weights are those of the classes or of the data point; without a weighting there are none, and those of a prediction are given to each call.",
        helpLinkUri: HelpLink("LG0020"));

    public static ImmutableArray<DiagnosticDescriptor> All => [.. OfDeclarations, .. OfUsage];

    /// <summary>Why the generator writes nothing for a declaration.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfDeclarations { get; } =
    [
        ClassNotPartial,
        ContainingTypeNotPartial,
        BatchCount,
        DimensionBelowOne,
        DimNotAClassAxis,
        WeightOutOfRange,
        Bottoms,
        SeveralLosses,
        ClassCannotCarryLoss,
        DataPointTooLarge,
        NoDefaultClassAxis,
        UnknownElementType,
        NamesDifferInCase,
        UnknownLabelType,
        UnknownWeightingMode,
        UnknownWeightNormalization,
        WeightsCount,
        ConstantWeightOutOfRange,
        WeightsSumToZero,
        WeightsNotConstant,
    ];

    private static string HelpLink(string id) => "https://github.com/lossgen/lossgen/blob/main/docs/diagnostics/" + id + ".md";
}

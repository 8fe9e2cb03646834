using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

// What is wrong with the dimensions, and with the class axis.
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor BatchCount = new(
        "LG0003",
        "Shape does not have exactly one batch dimension",
        "The shape {0} must have exactly one dimension Shape.Batch, but has {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "One dimension, the number of samples, is known at run time from the length of the spans; all others are fixed by the declaration.",
        helpLinkUri: HelpLink("LG0003"));

    public static readonly DiagnosticDescriptor DimensionBelowOne = new(
        "LG0004",
        "Dimension is below 1",
        "Dimension {0} of the shape {1}, counted from 0, is {2}, but must be at least 1 or Shape.Batch",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A dimension of size 0 leaves no elements, and a negative one has no meaning; the batch is written Shape.Batch.",
        helpLinkUri: HelpLink("LG0004"));

    public static readonly DiagnosticDescriptor DimNotAClassAxis = new(
        "LG0005",
        "Dim does not name a class axis",
        "Dim is {0}, {1}, but the class axis of {2} can only be {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The class axis is one of the shape's dimensions, counted from the front or, where negative, from the back, and it is not the batch.",
        helpLinkUri: HelpLink("LG0005"));

    public static readonly DiagnosticDescriptor DataPointTooLarge = new(
        "LG0010",
        "Data point is too large",
        "One data point of the shape {0} has {1} elements, but a span holds at most {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The product of all dimensions except the batch is the length of the shortest span that can be passed, so it must fit in an int.",
        helpLinkUri: HelpLink("LG0010"));

    public static readonly DiagnosticDescriptor NoDefaultClassAxis = new(
        "LG0011",
        "Shape has no default class axis",
        "The shape {0} has no default class axis: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "By default the class axis is next to the batch; a batch in the middle is next to two dimensions, and a batch alone to none.",
        helpLinkUri: HelpLink("LG0011"));

    public static readonly DiagnosticDescriptor RankTooHigh = new(
        "LG0021",
        "Shape has too many dimensions",
        "The shape has {0} dimensions, but can have at most {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "No tensor in practice has so many dimensions: most likely data was given instead of sizes. Dimensions on the same side of the class axis can be merged, as only the product of their sizes matters.",
        helpLinkUri: HelpLink("LG0021"));

    public static readonly DiagnosticDescriptor SingleClass = new(
        "LG0022",
        "Class axis has size 1",
        "Dimension {0} of the shape {1}, counted from 0, is the class axis and has size 1, so {2}: a choice needs at least 2 classes",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The softmax of a single class is 1 whatever its logit, and its only label is 0. For two mutually exclusive classes declare size 2, or use BinaryCrossEntropyLoss.",
        helpLinkUri: HelpLink("LG0022"));
}

using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

// What is wrong with the dimensions, and with the one that holds the classes.
internal static partial class Descriptors
{
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
        "Dimension {0} of the shape {1}, counted from 0, is {2}, but must be at least 1 or Shape.Batch",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A dimension of size 0 leaves no element, and a negative one means nothing; the batch is written Shape.Batch.",
        helpLinkUri: HelpLink("LG0004"));

    public static readonly DiagnosticDescriptor DimNotAClassAxis = new(
        "LG0005",
        "Dim names no class axis",
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

    public static readonly DiagnosticDescriptor RankTooHigh = new(
        "LG0021",
        "Shape has too many dimensions",
        "The shape has {0} dimensions, but can have at most {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "More dimensions than any tensor of practice has are most likely data given in the place of sizes; those that behave alike can be joined, as only the product of their sizes matters.",
        helpLinkUri: HelpLink("LG0021"));

    public static readonly DiagnosticDescriptor SingleClass = new(
        "LG0022",
        "Class axis has size 1",
        "Dimension {0} of the shape {1}, counted from 0, is the class axis and has size 1, so {2}: at least 2 classes make a choice",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The softmax of a single class is 1 whatever its logit, and its only label is 0. Two classes that exclude each other are declared as 2, or take BinaryCrossEntropyLoss.",
        helpLinkUri: HelpLink("LG0022"));
}

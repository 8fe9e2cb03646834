using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

// What is wrong with the options that every loss has, and with the label type.
internal static partial class Descriptors
{
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
        description: "The two names become parameters of the generated methods, together with the gradients, which have the same names with 'Gradient' appended.",
        helpLinkUri: HelpLink("LG0007"));

    public static readonly DiagnosticDescriptor UnknownElementType = new(
        "LG0012",
        "Element type is unknown",
        "Element is {0}, but must be ElementType.Single or ElementType.Double",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A number cast to ElementType need not be one of its members.",
        helpLinkUri: HelpLink("LG0012"));

    public static readonly DiagnosticDescriptor UnknownLabelType = new(
        "LG0014",
        "Label type is unknown",
        "Label is {0}, but must be a member of LabelType: Int32, Byte, UInt16, Int64, SByte, Int16, UInt32 or Boolean",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A number cast to LabelType need not be one of its members.",
        helpLinkUri: HelpLink("LG0014"));

    public static readonly DiagnosticDescriptor WeightWithoutEffect = new(
        "LG0023",
        "Weight is 0",
        "Weight is {0}{1}, so value and gradients are always 0: only a weight above 0 has an effect",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The weight multiplies value and gradients in the loss's element type. To leave a loss out, do not call it; its weight need not be 0.",
        helpLinkUri: HelpLink("LG0023"));

    public static readonly DiagnosticDescriptor LabelTypeTooSmall = new(
        "LG0025",
        "Label type does not fit the classes",
        "{0}, which {1}, but the shape {2} has {3}: {4}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A label is the index of a class. A class whose index does not fit the type could never be the label, and a truth value tells two classes apart.",
        helpLinkUri: HelpLink("LG0025"));

    public static readonly DiagnosticDescriptor OptionOutOfRange = new(
        "LG0045",
        "Option is out of range",
        "{0} is {1}, but must be {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The options of a loss become constants of its formula, in its element type. Outside the range the formula has no meaning, or is that of no loss.",
        helpLinkUri: HelpLink("LG0045"));

    public static readonly DiagnosticDescriptor OptionsExcludeEachOther = new(
        "LG0054",
        "Options exclude each other",
        "{0} is given beside {1}, {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Where two options say the same thing differently, or one makes a loss for which the other has no meaning, only one of them can be given.",
        helpLinkUri: HelpLink("LG0054"));

    public static readonly DiagnosticDescriptor PairsOfClasses = new(
        "LG0055",
        "Loss visits all pairs of classes",
        "The loss visits all {0} pairs of its {1} classes at each location, {2}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A loop over the axis within another visits every pair of its elements. Beyond 2,048 elements, there is no memory for what each has of its pairs, and it is an error.",
        helpLinkUri: HelpLink("LG0055"));

    public static readonly DiagnosticDescriptor UnknownParallelism = new(
        "LG0029",
        "Parallelism is unknown",
        "Parallelism is {0}, but must be LossParallelism.None or LossParallelism.Auto",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A number cast to LossParallelism need not be one of its members.",
        helpLinkUri: HelpLink("LG0029"));
}

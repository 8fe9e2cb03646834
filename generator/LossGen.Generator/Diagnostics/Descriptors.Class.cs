using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

// What is wrong with the class that carries the loss.
internal static partial class Descriptors
{
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
        "Type containing a loss class is not partial",
        "The loss '{0}' is nested in {1}, but every containing type must be partial",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated part of a nested class lies within a second part of each containing type, so these must be partial.",
        helpLinkUri: HelpLink("LG0002"));

    public static readonly DiagnosticDescriptor SeveralLosses = new(
        "LG0008",
        "Class carries more than one loss attribute",
        "The class '{0}' carries both {1} and {2}, but can have only one loss attribute",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Each loss needs its own class; the generated methods of two losses would have the same names.",
        helpLinkUri: HelpLink("LG0008"));

    public static readonly DiagnosticDescriptor ClassCannotCarryLoss = new(
        "LG0009",
        "Class cannot carry a loss",
        "The class '{0}' cannot carry a loss: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A loss is a class that is not static, generic or local to its file, does not derive from a loss, neither has the name of a generated member nor a member of that name, and does not conflict with the constructor that takes its weights.",
        helpLinkUri: HelpLink("LG0009"));

    public static readonly DiagnosticDescriptor NamesDifferInCase = new(
        "LG0013",
        "Names of two losses differ only in case",
        "The names of the losses '{0}' and '{1}' differ only in case, but generated files are named after them ignoring case",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The compiler does not accept two generated files whose names differ only in case.",
        helpLinkUri: HelpLink("LG0013"));
}

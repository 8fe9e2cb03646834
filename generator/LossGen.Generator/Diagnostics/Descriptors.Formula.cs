using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

// What is wrong with the formula of a custom loss.
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor FormulaCount = new(
        "LG0030",
        "Loss does not have exactly one formula",
        "The loss '{0}' has its formula in {1}, but exactly one static method must be marked with [Formula]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An elementwise loss is the sum of its formula over all elements; the formula is the method of the class that is marked with [Formula].",
        helpLinkUri: HelpLink("LG0030"));

    public static readonly DiagnosticDescriptor FormulaSignature = new(
        "LG0031",
        "Method cannot be a formula",
        "The method '{0}' cannot be a formula: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A formula is a static method that takes one to sixteen inputs and any number of parameters marked with [Parameter], and returns a number, or a tuple of numbers for a total; all are float or double and passed by value.",
        helpLinkUri: HelpLink("LG0031"));

    public static readonly DiagnosticDescriptor TotalSignature = new(
        "LG0043",
        "Method cannot be a total",
        "The method '{0}' cannot be a total: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A total is a static method that takes the sums of what the formula returns, in order, each a double or a float; then, by their names, parameters of the formula, and the count of locations; and returns the value of the loss.",
        helpLinkUri: HelpLink("LG0043"));

    public static readonly DiagnosticDescriptor NotInFormula = new(
        "LG0032",
        "Expression is not supported in a formula",
        "{0} cannot be compiled: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A formula is differentiated and compiled to a vectorised kernel: the supported expressions are listed, and anything else is an error.",
        helpLinkUri: HelpLink("LG0032"));

    public static readonly DiagnosticDescriptor FormulaTooLarge = new(
        "LG0033",
        "Formula is too large",
        "The method '{0}' has more than {1} when every variable and call in it is expanded",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Derivatives grow with the formula, and a kernel of thousands of operations is slower than two losses that share the work.",
        helpLinkUri: HelpLink("LG0033"));

    public static readonly DiagnosticDescriptor ParameterRange = new(
        "LG0034",
        "Parameter range is invalid",
        "The range of the parameter '{0}' is invalid: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated constructor rejects a value outside the range; an empty range, or one that excludes the parameter's own default, would make it throw for every value or for the default.",
        helpLinkUri: HelpLink("LG0034"));

    public static readonly DiagnosticDescriptor UnknownReduction = new(
        "LG0035",
        "Reduction is unknown",
        "Reduction is {0}, but must be LossReduction.Mean, LossReduction.MeanElements or LossReduction.Sum",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The reduction says what the sum over all elements is divided by.",
        helpLinkUri: HelpLink("LG0035"));

    // Nothing is wrong, so options that raise all rules at once must not make it an error: they skip rules that are not enabled by default.
    public static readonly DiagnosticDescriptor FormulaCompiled = new(
        "LG0036",
        "Formula is compiled",
        "The formula '{0}' is computed {1}; {2}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "Value and gradients of a formula are computed for one vector of elements at a time; its functions are inlined into the loop unless they are too large.",
        helpLinkUri: HelpLink("LG0036"));

    public static readonly DiagnosticDescriptor IntegerDivision = new(
        "LG0037",
        "Integer division discards the remainder",
        "{0} divides integers and discards the remainder: {1}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The quotient of two integers is an integer in C#, even where it is then multiplied by a float: 1 / 2 * x is 0 * x.",
        helpLinkUri: HelpLink("LG0037"));

    public static readonly DiagnosticDescriptor UnusedInFormula = new(
        "LG0038",
        "Formula input or parameter is not used",
        "The value of the formula '{2}' does not depend on the {0} '{1}': use it, or remove it",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An unused input has a gradient of 0 everywhere, and the constructor takes an unused parameter for nothing.",
        helpLinkUri: HelpLink("LG0038"));

    public static readonly DiagnosticDescriptor FormulaConstant = new(
        "LG0039",
        "Formula is constant",
        "The value of the formula '{0}' does not depend on any of its inputs, {1}, so all gradients are 0 and nothing is learned",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A loss whose value is the same for every input has nothing to minimise.",
        helpLinkUri: HelpLink("LG0039"));

    public static readonly DiagnosticDescriptor DigitsAreLost = new(
        "LG0040",
        "Formula loses digits",
        "{0} keeps about {1} of {2} digits at {3}: '{4}' loses the others, in a form that no rule covers",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The difference of two nearly equal numbers is little more than the rounding error of its terms. LossGen rewrites the forms that it knows; for any other it reports where digits are lost.",
        helpLinkUri: HelpLink("LG0040"));
}

using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

// What is wrong with ignored labels, with what the sum over locations is divided by, and with what single locations have.
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor UnknownDenominator = new(
        "LG0046",
        "Denominator is unknown",
        "Denominator is {0}, but must be LossDenominator.Locations, LossDenominator.Kept, LossDenominator.WeightSum or LossDenominator.None",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A number cast to LossDenominator need not be one of its members.",
        helpLinkUri: HelpLink("LG0046"));

    public static readonly DiagnosticDescriptor UnknownWhenEmpty = new(
        "LG0047",
        "Value where nothing is kept is unknown",
        "WhenEmpty is {0}, but must be LossWhenEmpty.Zero, LossWhenEmpty.NaN or LossWhenEmpty.Throw",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A number cast to LossWhenEmpty need not be one of its members.",
        helpLinkUri: HelpLink("LG0047"));

    public static readonly DiagnosticDescriptor LabelCannotBeIgnored = new(
        "LG0048",
        "Label cannot be ignored",
        "IgnoreLabel is {0}, but {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A location is left out where its label has this value, so there is one label, whose type holds the value.",
        helpLinkUri: HelpLink("LG0048"));

    public static readonly DiagnosticDescriptor DenominatorDoesNotFit = new(
        "LG0049",
        "Denominator does not fit the loss",
        "Denominator is LossDenominator.{0}, but {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "One thing says what the sum over locations is divided by, and what is kept must be known before the gradients.",
        helpLinkUri: HelpLink("LG0049"));

    public static readonly DiagnosticDescriptor EachWithTotal = new(
        "LG0051",
        "Loss with a total has no value for each location",
        "{0} is true, but the method marked with [Total] makes one value of {1} sums, so that a location or element has none by itself: leave out {0}, or declare a loss without a total beside this one",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "ForwardEach writes what each location, or element, adds to the sum, and ForwardBackwardCurvature its derivatives. A total is a function of several sums.",
        helpLinkUri: HelpLink("LG0051"));

    public static readonly DiagnosticDescriptor CurvatureOfNoElement = new(
        "LG0052",
        "No element has a second derivative",
        "Curvature is true, but {0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "ForwardBackwardCurvature writes a second derivative for each element of the first input that has a gradient, an input of the declared shape.",
        helpLinkUri: HelpLink("LG0052"));

    public static readonly DiagnosticDescriptor OutputsDoNotFit = new(
        "LG0053",
        "Outputs do not fit the loss",
        "Outputs is {0}, but {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Predictions are the classes with the greatest elements. The log-sum-exp of the logits and their probabilities belong to losses that take a softmax, and statistics of a shard of the classes to the softmax loss itself.",
        helpLinkUri: HelpLink("LG0053"));

    public static readonly DiagnosticDescriptor OptionHasNoEffect = new(
        "LG0050",
        "Option has no effect",
        "{0}, but has no effect, {1}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An option that changes nothing is most often one that was meant to be given with another.",
        helpLinkUri: HelpLink("LG0050"));
}

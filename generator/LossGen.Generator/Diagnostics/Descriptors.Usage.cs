using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

// None is an error: a call that throws may be meant to, in a test of what is rejected, and a test that does not compile tests nothing.
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor FusableCalls = new(
        "LG0101",
        "Forward and Backward are called on the same arguments",
        "Forward and Backward of '{0}' are called on the same {1}, but ForwardBackward computes both in one pass",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "ForwardBackward returns the value of Forward, bit for bit, and reads the prediction once, where two calls read it twice.",
        helpLinkUri: HelpLink("LG0101"));

    public static readonly DiagnosticDescriptor ProbabilitiesAsLogits = new(
        "LG0102",
        "Probabilities are passed to a loss that takes logits",
        "'{0}' holds probabilities, the result of TensorPrimitives.{1}, but '{2}' of {3} must be logits, as the loss applies a softmax itself",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A softmax of probabilities is nearly uniform: the loss hardly decreases, and its gradient is that of a different function.",
        helpLinkUri: HelpLink("LG0102"));

    public static readonly DiagnosticDescriptor LogitsAsProbabilities = new(
        "LG0103",
        "Logits are passed to a loss that takes probabilities",
        "'{0}' of {1} must be probabilities, from 0 to 1, but element {2} is {3}: logits need a {4} first",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The loss takes the logarithm of its input; a logit can be any number and has no meaning there.",
        helpLinkUri: HelpLink("LG0103"));

    public static readonly DiagnosticDescriptor LengthDoesNotFit = new(
        "LG0104",
        "Length does not fit the declared shape",
        "'{0}' has {1}, but {2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A call throws unless every length matches the declared shape: the prediction holds whole samples, and everything else holds as many.",
        helpLinkUri: HelpLink("LG0104"));

    public static readonly DiagnosticDescriptor LabelOutOfRange = new(
        "LG0105",
        "Label is not a class",
        "Element {0} of '{1}' is {2}, but the classes of shape {3} are 0 to {4}{5}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A label is the index of a class, counted from 0; a call throws if one is negative or not below the number of classes.",
        helpLinkUri: HelpLink("LG0105"));

    public static readonly DiagnosticDescriptor HingeLabels = new(
        "LG0106",
        "Hinge labels are 0 and 1",
        "Element {0} of '{1}' is 0, but hinge labels must be -1 or 1",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The hinge loss multiplies prediction and label, so a sample labelled 0 always has loss 1 and no gradient: it is never learned.",
        helpLinkUri: HelpLink("LG0106"));

    public static readonly DiagnosticDescriptor IgnoredValue = new(
        "LG0107",
        "Value of Forward is ignored",
        "The value of '{0}' is ignored, but computing it is all that Forward does",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Forward writes nothing: it returns the value. Gradients come from Backward, and both from ForwardBackward.",
        helpLinkUri: HelpLink("LG0107"));

    public static readonly DiagnosticDescriptor OverwrittenInput = new(
        "LG0108",
        "Gradient overwrites another span",
        "'{0}' is given as '{1}' and as '{2}', but a gradient may share memory only with '{3}', whose gradient it is",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A gradient is written while the other spans are still read. The call throws unless the batch is empty.",
        helpLinkUri: HelpLink("LG0108"));

    /// <summary>What is wrong with a call of a generated loss.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfUsage { get; } =
    [
        FusableCalls,
        ProbabilitiesAsLogits,
        LogitsAsProbabilities,
        LengthDoesNotFit,
        LabelOutOfRange,
        HingeLabels,
        IgnoredValue,
        OverwrittenInput,
    ];
}

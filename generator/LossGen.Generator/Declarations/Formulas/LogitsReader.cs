using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads the uses of a location's logits in the formula of a loss over classes: <c>ClassLogits</c>'s members, at the label or a known class.</summary>
/// <param name="problems">What is wrong.</param>
/// <param name="classes">The number of classes.</param>
internal sealed class LogitsReader(FormulaProblems problems, int classes)
{
    /// <summary>
    /// The name of the cross-entropy log Σ exp(x_c) − x_g, from which probabilities are computed: a local variable, so that it is computed and differentiated
    /// once.
    /// </summary>
    public const string CrossEntropy = "crossEntropy";

    private const string LabelOnly = "the label, or a known class from 0 to C - 1, says which logit: logits[label], logits.LogProbability(label), logits.Probability(0)";

    private const string LabelAlone = "a label selects an element, as in x[label], is compared by an operator, as in label == 0, or is converted, as in (float)label";

    /// <summary>The type of the logits; null if a type is not a <c>ClassLogits</c>.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "ClassLogits", Arity: 1, ContainingNamespace: { Name: "LossGen", ContainingNamespace.IsGlobalNamespace: true } } logits ? logits.TypeArguments[0] : null;

    /// <summary>x_c: what the logits are to a formula.</summary>
    public static Element Element(IParameterSymbol logits) =>
        new(new Tensor(logits.Name, FormulaTypes.Of(ElementOf(logits.Type)!)!.Value.Scalar, TensorRole.Input, Number: logits.Ordinal), OverClasses.Index);

    /// <summary>Whether an operation concerns the logits or the label.</summary>
    public static bool Concerns(IOperation operation) => operation switch
    {
        IInvocationOperation { Instance: { } instance } => ElementOf(instance.Type) is not null,
        IPropertyReferenceOperation { Instance: { } instance } => ElementOf(instance.Type) is not null,
        IParameterReferenceOperation parameter => FormulaTypes.Of(parameter.Type) is null && !SpanReader.Concerns(parameter),
        _ => false,
    };

    /// <summary>Whether an operation is the number of classes, an int that a formula may convert.</summary>
    public static bool IsCount(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property.Name: "Count", Instance: { } instance } && ElementOf(instance.Type) is not null;

    /// <summary>The value; null if a problem was found.</summary>
    public Expr? Read(IOperation operation, FormulaScope scope)
    {
        switch (operation)
        {
            case IInvocationOperation { Instance: IParameterReferenceOperation logits } call when scope[logits.Parameter] is { } x:
                return call.TargetMethod.Name switch
                {
                    "LogSumExp" => OverClasses.LogSumExp(x),
                    "Sum" => OverClasses.Sum(x),
                    "LogProbability" when PlaceOf(call.Arguments[0], scope) is { } label => -CrossEntropyOf(x, label),
                    "Probability" when PlaceOf(call.Arguments[0], scope) is { } label => Expr.Exp(-CrossEntropyOf(x, label)),
                    "LogProbability" or "Probability" => Refuse(call.Arguments[0], LabelOnly),
                    _ => Refuse(call, "of the logits a formula may ask [label], Count, Sum, LogSumExp, LogProbability(label) and Probability(label)"),
                };
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: IParameterReferenceOperation logits } element when scope[logits.Parameter] is { } x:
                return PlaceOf(element.Arguments[0], scope) is { } at ? x.At(at) : Refuse(element.Arguments[0], LabelOnly);
            case IPropertyReferenceOperation { Property.Name: "Count" }:
                return new Constant(classes, IrType.Single);
            case IParameterReferenceOperation parameter:
                return Refuse(parameter, ElementOf(parameter.Type) is null ? LabelAlone : "the logits of a location are no number");
            case IInvocationOperation { Instance: ILocalReferenceOperation } or IPropertyReferenceOperation { Instance: ILocalReferenceOperation }:
                // The local variable itself was refused already.
                return null;
            default:
                return Refuse(operation, Refusals.Of(operation));
        }
    }

    private static Named CrossEntropyOf(Expr logits, Expr label) => new(CrossEntropy, OverClasses.LogSumExp(logits) - logits.At(label), CrossEntropy);

    private Expr? PlaceOf(IArgumentOperation argument, FormulaScope scope) => IntegerReader.Read(argument.Value, scope) switch
    {
        Label label => label,
        Constant { Value.Value: var known } place when known >= 0 && (known < classes || classes == 0) => place,
        _ => null,
    };

    private Expr? Refuse(IOperation operation, string reason)
    {
        problems.Refuse(operation, reason);
        return null;
    }
}

using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads the uses of a span in the formula of a loss along an axis: its elements and its length.</summary>
/// <param name="problems">What is wrong.</param>
/// <param name="length">The size of the axis.</param>
internal sealed class SpanReader(FormulaProblems problems, int length)
{
    /// <summary>The size of the axis.</summary>
    public int Length => length;

    private const string Indexed = "an element of a span is x[i] with the index of a loop over it, x[label], or x[0] with a number that is known at compile time";
    private const string Part = "a formula uses all of a span: where only a part counts, loop over its indices, as in for (int i = 1; i < x.Length; i++)";
    private const string Members = "of a span a formula may use its elements and Length";

    /// <summary>Whether an operation concerns a span.</summary>
    public static bool Concerns(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Instance: { } instance } => SystemTypes.IsReadOnlySpan(instance.Type),
        IImplicitIndexerReferenceOperation { Instance: var instance } => SystemTypes.IsReadOnlySpan(instance.Type),
        IInvocationOperation { Instance: { } instance } => SystemTypes.IsReadOnlySpan(instance.Type),
        IParameterReferenceOperation or ILocalReferenceOperation => SystemTypes.IsReadOnlySpan(operation.Type),
        _ => false,
    };

    /// <summary>Whether an operation is the length of a span, an int that a formula may convert.</summary>
    public static bool IsLength(IOperation operation) => operation is IPropertyReferenceOperation { Property.Name: "Length", Instance: { } instance } && SystemTypes.IsReadOnlySpan(instance.Type);

    /// <summary>x_c: what a parameter that is a span is to a formula.</summary>
    public static Element Element(string name, ScalarType element, TensorRole role, int number) =>
        new(new Tensor(name, element, role, role == TensorRole.Parameters ? TensorLayout.Classes : TensorLayout.Elements, number), OverClasses.Index);

    /// <summary>What all of a span is to a formula, its element at the index of the axis; null if the operation is no parameter, and no other name of one.</summary>
    public static Expr? Whole(IOperation operation, FormulaScope scope) => !SystemTypes.IsReadOnlySpan(operation.Type) ? null : operation switch
    {
        IParameterReferenceOperation parameter => scope[parameter.Parameter],
        ILocalReferenceOperation local => scope[local.Local],
        IConversionOperation { Conversion.IsIdentity: true } same => Whole(same.Operand, scope),
        _ => null,
    };

    /// <summary>Why a span that is computed has no meaning in a formula; null if the operation is none.</summary>
    public static string? ObstacleOf(IOperation operation) => !SystemTypes.IsReadOnlySpan(operation.Type) ? null : operation switch
    {
        IImplicitIndexerReferenceOperation or IInvocationOperation { Instance: not null } => Part,
        IConditionalOperation => "a span is one of the inputs, whatever a condition says: choose between elements instead, as in c ? x[i] : y[i]",
        _ => null,
    };

    /// <summary>The value; null if a problem was found.</summary>
    public Expr? Read(IOperation operation, FormulaScope scope) => operation switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span } element when Whole(span, scope) is { } x => Place(element.Arguments[0].Value, scope) is { } index ? x.At(index) : null,
        IImplicitIndexerReferenceOperation { Argument: IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd } element when Whole(element.Instance, scope) is { } x =>
            KnownIntegers.Of(fromEnd.Operand, scope) is not { } distance ? Refuse(fromEnd, Indexed)
            : Within(fromEnd, KnownIntegers.Value(length - distance)) is { } index ? x.At(index)
            : null,
        _ when IsLength(operation) => new Constant(length, IrType.Single),
        IPropertyReferenceOperation { Instance: { } instance } when ObstacleOf(instance) is { } reason => Refuse(instance, reason),
        _ => Refuse(operation, ObstacleOf(operation) ?? Members),
    };

    /// <summary>The place of an element: the index of the axis, a label or a known number; null if a problem was found.</summary>
    public Expr? Place(IOperation place, FormulaScope scope) => IntegerReader.Read(place, scope) is { } index && IntegerReader.IsPlace(index) ? Within(place, index) : Refuse(place, Indexed);

    private Expr? Within(IOperation place, Expr index) => length > 0 && index is Constant { Value.Value: var known } && (known < 0 || known >= length)
        ? Refuse(place, $"the axis has {InvariantText.Number(length)} elements, from 0 to {InvariantText.Number(length - 1)}")
        : index;

    private Expr? Refuse(IOperation operation, string reason)
    {
        problems.Refuse(operation, reason);
        return null;
    }
}

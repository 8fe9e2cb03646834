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

    /// <summary>Whether an operation concerns a span.</summary>
    public static bool Concerns(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Instance: { } instance } => SystemTypes.IsReadOnlySpan(instance.Type),
        IParameterReferenceOperation { Type: var type } => SystemTypes.IsReadOnlySpan(type),
        _ => false,
    };

    /// <summary>Whether an operation is the length of a span, an int that a formula may convert.</summary>
    public static bool IsLength(IOperation operation) => operation is IPropertyReferenceOperation { Property.Name: "Length", Instance: { } instance } && SystemTypes.IsReadOnlySpan(instance.Type);

    /// <summary>x_c: what a parameter that is a span is to a formula.</summary>
    public static Element Element(string name, ITypeSymbol element, TensorRole role, int number) =>
        new(new Tensor(name, FormulaTypes.Of(element)!.Value.Scalar, role, role == TensorRole.Parameters ? TensorLayout.Classes : TensorLayout.Elements, number), OverClasses.Index);

    /// <summary>The value; null if a problem was found.</summary>
    public Expr? Read(IOperation operation, FormulaScope scope)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: IParameterReferenceOperation span } element when scope[span.Parameter] is { } x:
                IOperation place = element.Arguments[0].Value;
                return IndexReader.Read(place, scope) switch
                {
                    Constant { Value.Value: var known } when length > 0 && (known < 0 || known >= length) =>
                        Refuse(place, $"the axis has {InvariantText.Number(length)} elements, from 0 to {InvariantText.Number(length - 1)}"),
                    { } index => x.At(index),
                    null => Refuse(place, Indexed),
                };
            case var _ when IsLength(operation):
                return new Constant(length, IrType.Single);
            default:
                return Refuse(operation, "of a span a formula may use its elements and Length");
        }
    }

    private Expr? Refuse(IOperation operation, string reason)
    {
        problems.Refuse(operation, reason);
        return null;
    }
}

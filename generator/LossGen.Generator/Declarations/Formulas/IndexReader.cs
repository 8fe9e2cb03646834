using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads integers that say where along an axis something is: the index of a loop over it, a label, and known integers.</summary>
internal static class IndexReader
{
    /// <summary>The index; null if the operation is not one.</summary>
    public static Expr? Read(IOperation operation, FormulaScope scope) =>
        !FormulaTypes.IsInteger(operation.Type) ? null
        : KnownIntegers.Of(operation, scope) is { } known ? KnownIntegers.Value(known)
        : operation switch
        {
            ILocalReferenceOperation local => scope[local.Local],
            IParameterReferenceOperation parameter => scope[parameter.Parameter],
            IConversionOperation { OperatorMethod: null } conversion => Read(conversion.Operand, scope),
            _ => null,
        };

    /// <summary>An index, or a sum, difference, product or magnitude of indices, as a floating-point number; null if the operation is none of these.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="type">The number's type.</param>
    /// <param name="length">The size of the axis.</param>
    /// <param name="scope">What variables stand for.</param>
    public static Expr? Number(IOperation operation, IrType type, int length, FormulaScope scope) => operation switch
    {
        var _ when SpanReader.IsLength(operation) => new Constant(length, type),
        IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply } arithmetic
            when Number(arithmetic.LeftOperand, type, length, scope) is { } left && Number(arithmetic.RightOperand, type, length, scope) is { } right => FormulaOperators.Make(arithmetic.OperatorKind, left, right),
        IConversionOperation { OperatorMethod: null } conversion when FormulaTypes.IsInteger(conversion.Type) => Number(conversion.Operand, type, length, scope),
        IInvocationOperation { TargetMethod: { Name: "Abs", ContainingType: { Name: "Math", ContainingNamespace: var space } } } call
            when SystemTypes.IsSystem(space) && FormulaTypes.IsInteger(call.Type) && Number(call.Arguments[0].Value, type, length, scope) is { } operand => Expr.Of(Op.Absolute, operand),
        _ => Read(operation, scope) switch
        {
            Constant known => known with { Type = type },
            { } index => index.To(type.Scalar),
            null => null,
        },
    };

    /// <summary>A comparison of two indices, or of arithmetic on them; null if it is none.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="type">The type in which arithmetic is compared.</param>
    /// <param name="length">The size of the axis.</param>
    /// <param name="scope">What variables stand for.</param>
    public static Expr? Compare(IBinaryOperation comparison, IrType type, int length, FormulaScope scope)
    {
        if (!FormulaTypes.IsInteger(comparison.LeftOperand.Type) || !FormulaTypes.IsInteger(comparison.RightOperand.Type))
        {
            return null;
        }

        return Read(comparison.LeftOperand, scope) is { } left && Read(comparison.RightOperand, scope) is { } right ? Compare(comparison, left, right)
            : Number(comparison.LeftOperand, type, length, scope) is { } first && Number(comparison.RightOperand, type, length, scope) is { } second ? Compare(comparison, first, second)
            : null;
    }

    private static Expr? Compare(IBinaryOperation comparison, Expr left, Expr right) => comparison.OperatorKind switch
    {
        BinaryOperatorKind.Equals => Equal(left, right),
        BinaryOperatorKind.NotEquals => Truth.Not(Equal(left, right)),
        BinaryOperatorKind.LessThan => Expr.Of(Op.LessThan, left, right),
        BinaryOperatorKind.GreaterThan => Expr.Of(Op.LessThan, right, left),
        BinaryOperatorKind.LessThanOrEqual => Truth.Not(Expr.Of(Op.LessThan, right, left)),
        BinaryOperatorKind.GreaterThanOrEqual => Truth.Not(Expr.Of(Op.LessThan, left, right)),
        _ => null,
    };

    // The index of the axis first, as passes look for it.
    private static Expr Equal(Expr left, Expr right) => right is AxisIndex ? Expr.Of(Op.Equal, right, left) : Expr.Of(Op.Equal, left, right);
}

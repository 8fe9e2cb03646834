using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>The binary operators that a formula may use, and their expressions in the IR.</summary>
internal static class FormulaOperators
{
    /// <summary>The value of a binary operator on operands of one type; null if a formula may not use it.</summary>
    public static Expr? Make(BinaryOperatorKind kind, Expr left, Expr right) => left.Type == IrType.Boolean ? OfTruths(kind, left, right) : OfNumbers(kind, left, right);

    private static Expr? OfNumbers(BinaryOperatorKind kind, Expr left, Expr right) => kind switch
    {
        BinaryOperatorKind.Add => left + right,
        BinaryOperatorKind.Subtract => left - right,
        BinaryOperatorKind.Multiply => ReferenceEquals(left, right) || (left is Variable && left == right) ? Expr.Square(left) : left * right,
        BinaryOperatorKind.Divide => left / right,
        BinaryOperatorKind.LessThan => Comparison(Op.LessThan, left, right),
        BinaryOperatorKind.LessThanOrEqual => Comparison(Op.LessThanOrEqual, left, right),
        BinaryOperatorKind.GreaterThan => Comparison(Op.LessThan, right, left),
        BinaryOperatorKind.GreaterThanOrEqual => Comparison(Op.LessThanOrEqual, right, left),
        BinaryOperatorKind.Equals => Comparison(Op.Equal, left, right),
        BinaryOperatorKind.NotEquals => Truth.Not(Comparison(Op.Equal, left, right)),
        _ => null,
    };

    /// <summary>The truth value of a comparison. Comparing a number with itself only tests for NaN: nothing is less than itself, and NaN is not equal to itself.</summary>
    public static Expr Comparison(Op op, Expr left, Expr right) =>
        left is Constant a && right is Constant b ? Truth.Of(Evaluation.Fold(op, [a.Value.Value, b.Value.Value]) != 0)
        : !IsSame(left.Unnamed(), right.Unnamed()) ? Expr.Of(op, left, right)
        : op == Op.LessThan ? Truth.Of(false)
        : Expr.Of(Op.IsNumber, left);

    // Only expressions with the same hash can be equal, and comparing others would take long.
    private static bool IsSame(Expr left, Expr right) => ReferenceEquals(left, right) || (left.GetHashCode() == right.GetHashCode() && left == right);

    private static Expr? OfTruths(BinaryOperatorKind kind, Expr left, Expr right) => kind switch
    {
        BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And => Truth.And(left, right),
        BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or => Truth.Or(left, right),
        BinaryOperatorKind.Equals => Truth.Same(left, right),
        BinaryOperatorKind.NotEquals or BinaryOperatorKind.ExclusiveOr => Truth.Not(Truth.Same(left, right)),
        _ => null,
    };
}

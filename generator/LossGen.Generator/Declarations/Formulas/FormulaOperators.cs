using LossGen.Generator.Kernel;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>The operators with two operands that a formula may have, and what they are in the IR.</summary>
internal static class FormulaOperators
{
    /// <summary>The value of an operator of two operands of one type; null where it is none of a formula's.</summary>
    public static Expr? Make(BinaryOperatorKind kind, Expr left, Expr right) => left.Type == IrType.Boolean ? OfTruths(kind, left, right) : OfNumbers(kind, left, right);

    private static Expr? OfNumbers(BinaryOperatorKind kind, Expr left, Expr right) => kind switch
    {
        BinaryOperatorKind.Add => left + right,
        BinaryOperatorKind.Subtract => left - right,
        BinaryOperatorKind.Multiply => ReferenceEquals(left, right) || (left is Variable && left == right) ? Expr.Square(left) : left * right,
        BinaryOperatorKind.Divide => left / right,
        BinaryOperatorKind.LessThan => Expr.Of(Op.LessThan, left, right),
        BinaryOperatorKind.LessThanOrEqual => Expr.Of(Op.LessThanOrEqual, left, right),
        BinaryOperatorKind.GreaterThan => Expr.Of(Op.LessThan, right, left),
        BinaryOperatorKind.GreaterThanOrEqual => Expr.Of(Op.LessThanOrEqual, right, left),
        BinaryOperatorKind.Equals => Expr.Of(Op.Equal, left, right),
        BinaryOperatorKind.NotEquals => Truth.Not(Expr.Of(Op.Equal, left, right)),
        _ => null,
    };

    private static Expr? OfTruths(BinaryOperatorKind kind, Expr left, Expr right) => kind switch
    {
        BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And => Truth.And(left, right),
        BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or => Truth.Or(left, right),
        BinaryOperatorKind.Equals => Truth.Same(left, right),
        BinaryOperatorKind.NotEquals or BinaryOperatorKind.ExclusiveOr => Truth.Not(Truth.Same(left, right)),
        _ => null,
    };
}

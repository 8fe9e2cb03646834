using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics.Rules;

/// <summary>The sign of an expression whatever its inputs are, NaN aside, as far as its form shows.</summary>
internal static class Signs
{
    /// <summary>Whether it is above 0. An exponential is not, as it may underflow.</summary>
    public static bool IsPositive(Expr expr) => expr.Unnamed() switch
    {
        Constant { Value.Value: var value } => value > 0,
        Apply { Op: Op.Add } sum => (IsPositive(sum.Arguments[0]) && IsNotNegative(sum.Arguments[1])) || (IsNotNegative(sum.Arguments[0]) && IsPositive(sum.Arguments[1])),
        Apply { Op: Op.Maximum } maximum => maximum.Arguments.Any(IsPositive),
        Apply { Op: Op.SquareRoot } root => IsPositive(root.Arguments[0]),
        Apply { Op: Op.RootOfSquarePlus } root => IsPositive(root.Arguments[1]),
        _ => false,
    };

    /// <summary>Whether it is at least 0.</summary>
    public static bool IsNotNegative(Expr expr) => expr.Unnamed() switch
    {
        Constant { Value.Value: var value } => value >= 0,
        Apply { Op: Op.Square or Op.Absolute or Op.Exp or Op.Sigmoid or Op.Softplus or Op.SquareRoot or Op.RootOfSquarePlus or Op.LogCosh } => true,
        Apply { Op: Op.Multiply } product when product.Arguments[0].Unnamed() == product.Arguments[1].Unnamed() => true,
        Apply { Op: Op.Add or Op.Multiply or Op.Divide } both => both.Arguments.All(IsNotNegative),
        Apply { Op: Op.Maximum } maximum => maximum.Arguments.Any(IsNotNegative),
        _ => false,
    };
}

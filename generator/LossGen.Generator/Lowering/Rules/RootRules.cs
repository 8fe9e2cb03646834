using LossGen.Generator.Kernel;
using static LossGen.Generator.Kernel.Expr;
using static LossGen.Generator.Lowering.Rules.Wildcards;

namespace LossGen.Generator.Lowering.Rules;

/// <summary>Roots of squares, which leave the range long before the root does.</summary>
internal static class RootRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rewrite(SquareRoot(Square(X)), Absolute(X)) { Gains = [[1e200], [-1e-200]] },
        new Rewrite(SquareRoot(Square(X) + C), RootOfSquarePlus(X, C)) { Condition = static match => IsUniform(match[C]) && !IsNegative(match[C]), Examples = [SquareRoot(Square(X) + Number(2)), SquareRoot(Number(2) + (X * X)), SquareRoot(Square(X) + Absolute(C))], Gains = [[1e200]] },
        new Rewrite(RootOfSquarePlus(X, One) - One, Of(Op.RootExcess, X)) { Gains = [[1e-6]] },
        new Rewrite(Maximum(X, -X), Absolute(X)) { Purpose = "the slope at 0" },
        new Rewrite(Minimum(X, -X), -Absolute(X)) { Purpose = "the slope at 0" },
    ];

    private static bool IsNegative(Expr expr) => Negation.IsWritten(expr);
}

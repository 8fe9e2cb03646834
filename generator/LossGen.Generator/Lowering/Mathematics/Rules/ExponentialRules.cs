using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;
using static LossGen.Generator.Kernel.Expr;
using static LossGen.Generator.Lowering.Mathematics.Rules.Matching.Wildcards;

namespace LossGen.Generator.Lowering.Mathematics.Rules;

/// <summary>Differences and powers of exponentials, and other functions that nearly cancel the term next to them.</summary>
internal static class ExponentialRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rewrite(Exp(X) - One - X, Of(Op.ExpRemainder, X)) { Gains = [[1e-4], [-1e-9]] },
        new Rewrite(ExpM1(X) - X, Of(Op.ExpRemainder, X)) { Gains = [[1e-4], [-1e-9]] },
        new Rewrite(X - Log1P(X), Of(Op.LogRemainder, X)) { Gains = [[1e-4], [-1e-9]] },
        new Rewrite(X - Of(Op.Sin, X), Of(Op.SineRemainder, X)) { Gains = [[1e-4], [-1e-6]] },
        new Rewrite(One - Of(Op.Cos, X), Of(Op.OneMinusCosine, X)) { Gains = [[1e-4], [-1e-9]] },
        new Rewrite(Exp(X) - Exp(-X), ExpM1(X) - ExpM1(-X)) { Gains = [[1e-6]] },
        new Rewrite(Exp(X) + Exp(-X) - Number(2), Square(ExpM1(0.5 * X) - ExpM1(-0.5 * X))) { Gains = [[1e-4]] },
        new Rewrite(Of(Op.Cosh, X) - One, 2.0 * Square(Of(Op.Sinh, 0.5 * X))) { Gains = [[1e-4]] },
        new Rewrite((2.0 * Of(Op.NormalCdf, X)) - One, Of(Op.Erf, Math.Sqrt(0.5) * X)) { Examples = [(2.0 * Of(Op.NormalCdf, X)) - One, One - (2.0 * Of(Op.NormalCdf, -X)), Of(Op.NormalCdf, X) - Number(0.5)], Gains = [[1e-10]] },
        new Rewrite(Of(Op.NormalCdf, X) - Of(Op.NormalCdf, -X), Of(Op.Erf, Math.Sqrt(0.5) * X)) { Gains = [[1e-10]] },
        new Rewrite(One - Of(Op.Erf, X), Of(Op.Erfc, X)) { Gains = [[4]] },
        new Rewrite(One - Of(Op.Erfc, X), Of(Op.Erf, X)) { Gains = [[1e-10]] },
        new Rewrite(One - Of(Op.NormalCdf, X), Of(Op.NormalCdf, -X)) { Gains = [[8]] },
        new Rewrite(Exp(X) - One, ExpM1(X)) { Gains = [[1e-6], [-1e-12]] },

        new Rewrite(One / Of(Op.Cosh, X), 2.0 * (Exp(-Absolute(X)) * Sigmoid(2.0 * Absolute(X)))) { Gains = [[700]] },
        new Rewrite(One / Exp(X), Exp(-X)) { Purpose = "products of exponentials, which other rules know" },
        new Rewrite(X / Exp(Y), X * Exp(-Y)) { Purpose = "products of exponentials, which other rules know" },

        // Also where exp(x) is 0 or infinite and the power, or its derivative, need not be. Anything to the power 0 is 1.
        new Rewrite(Of(Op.Power, Exp(X), Y), "exp(y·x)", static (match, _) => Exp(match[Y] is Constant ? match[Y] * match[X] : Of(Op.MultiplyOrZero, match[Y], match[X]))) { Gains = [[800, 0.5]] },
        new Rewrite(SquareRoot(Exp(X)), Exp(0.5 * X)) { Gains = [[800]] },
        new Rewrite(Exp(-Softplus(X)), Sigmoid(-X)) { Purpose = "one exponential rather than two and a logarithm" },
    ];
}

using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;
using static LossGen.Generator.Kernel.Expr;
using static LossGen.Generator.Lowering.Mathematics.Rules.Matching.Wildcards;

namespace LossGen.Generator.Lowering.Mathematics.Rules;

/// <summary>Differences that are small because their operands are near 1, or nearly equal. The forms on the left, which are simpler, are the ones differentiated.</summary>
internal static class DifferenceRules
{
    private const int HighestPower = 4;

    // √(k² + s) − k is √(k² + s) if s is this many times k².
    private const double Negligible = 1e34;
    private const double MostSquare = 1e4;

    // What u − 1 has a rule for.
    private static readonly NodeSet Probabilities = NodeSet.Of(Op.Exp, Op.Sigmoid);

    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rewrite(Square(X) - One, (X - One) * (X + One)) { IsWhole = true, Gains = [[1.0000001]] },
        new Rewrite(X - (One / X), (X - One) * (One + (One / X))) { IsWhole = true, Gains = [[1.0000001]] },
        new SumRule("√(k² + s) − k → s/(√(k² + s) + k), or the root where s is huge", NodeSet.Constants | NodeSet.Of(Op.SquareRoot), RootLessConstant)
        {
            IsForTermsAsWritten = true,
            Examples = [SquareRoot(One + X) - One, Number(1) - SquareRoot(One - Square(X)), (2.0 * SquareRoot(One + (X * Y))) - Number(2), SquareRoot(Number(4) + X) - Number(2)],
            Gains = [[1e-10]],
        },
        new SumRule("uⁿ − 1 → (u − 1)·(1 + u + … + uⁿ⁻¹), u being 1 + s or a probability", NodeSet.Constants, PowerLessOne)
        {
            IsForTermsAsWritten = true,
            Examples = [Square(One + X) - One, One - Square(One - (X / Y)), ((One + X) * Square(One + X)) - One, One - Square(Square(One - X)), One - Square(Sigmoid(X))],
            Gains = [[1e-10]],
        },
        new Rewrite(Of(Op.GeneralPower, X, Y) - One, "expm1(y·log1p(s)), x being 1 + s, y differing by element", static (match, _) => PowerNearOne(match[X], match[Y]))
        {
            Examples = [Of(Op.GeneralPower, One + Square(X), Y) - One],
            Gains = [[1e-6, 0.3]],
        },
        new Rewrite(Of(Op.Power, X, Y) - One, "expm1(y·log1p(s)), x being 1 + s", static (match, _) => PowerNearOne(match[X], match[Y]))
        {
            Examples = [Of(Op.Power, One + Square(X), Y) - One, Of(Op.Power, One + X, Number(0.3)) - One],
            Gains = [[1e-6, 0.3]],
        },
        OfTheSame(Exp, static (greater, lesser) => -(Exp(greater) * ExpM1(lesser - greater)), [1, 1.0000001]),
        OfTheSame(Sigmoid, static (greater, lesser) => -(Sigmoid(greater) * Sigmoid(-lesser) * ExpM1(lesser - greater)), [40, 41]),
    ];

    // f(x) − f(y) by its form for x > y, which may overflow where x < y. Where both are infinite, f may be too: then the difference is NaN.
    private static Rewrite OfTheSame(Func<Expr, Expr> function, Func<Expr, Expr, Expr> ofGreaterAndLesser, double[] gains) => new(
        function(X) - function(Y),
        Select(Of(Op.Equal, X, Y), 0.0 * function(X), Select(Of(Op.LessThan, Y, X), ofGreaterAndLesser(X, Y), Negation.Of(ofGreaterAndLesser(Y, X)))))
    {
        // Identical arguments have no difference.
        Condition = static match => !Canonical.AreSame(match[X], match[Y]),
        Gains = [gains],
    };

    private static Expr? RootLessConstant(IReadOnlyList<Term> terms, IrType type) => BesideConstant(terms, type, static (term, constant) =>
    {
        // ±a·√u ∓ a·k.
        if (term.Rest?.Unnamed() is not Apply { Op: Op.SquareRoot } root || Math.Sign(term.Coefficient) != -Math.Sign(constant))
        {
            return null;
        }

        // Where s is so large that nothing cancels, it may be infinite.
        double k = -constant / term.Coefficient;
        return k * k == (float)(k * k) && k * k < MostSquare && Terms.Beside(k * k, root.Arguments[0]) is { } rest
            ? new Term(term.Coefficient, Select(Of(Op.LessThan, rest, rest.Like(k * k * Negligible)), rest / (root + k), root))
            : null;
    });

    private static Expr? PowerLessOne(IReadOnlyList<Term> terms, IrType type) => BesideConstant(terms, type, static (term, constant) =>
    {
        if (term.Coefficient != -constant || term.Rest?.Unnamed() is not Apply { Op: Op.Multiply or Op.Square } power)
        {
            return null;
        }

        Factors factors = Factors.Of(power);
        if (factors is not { Coefficient: 1, Below: [], Above: [var u, ..] } || factors.Above.Count > HighestPower || !factors.Above.All(factor => Canonical.AreSame(factor, u)))
        {
            return null;
        }

        if ((Terms.Beside(1, u) ?? (u.Contents.Overlaps(Probabilities) ? u - 1.0 : null)) is not { } rest)
        {
            return null;
        }

        // 1 + u·(1 + u·(…))
        Expr sum = u + 1.0;
        for (int i = 2; i < factors.Above.Count; i++)
        {
            sum = (u * sum) + 1.0;
        }

        return new Term(term.Coefficient, rest * sum);
    });

    // Combines a term and a constant into one term.
    private static Expr? BesideConstant(IReadOnlyList<Term> terms, IrType type, Func<Term, double, Term?> joined)
    {
        int constant = Enumerable.Range(0, terms.Count).Where(i => terms[i].Rest is null).Append(-1).First();
        for (int i = 0; constant >= 0 && i < terms.Count; i++)
        {
            if (joined(terms[i], terms[constant].Coefficient) is { } whole)
            {
                List<Term> better = [.. terms];
                better[i] = whole;
                better.RemoveAt(constant);
                return Terms.ToExpr(better, type);
            }
        }

        return null;
    }

    // For a negative base, only integer powers are numbers.
    private static Expr? PowerNearOne(Expr @base, Expr exponent)
    {
        bool isForAllBases = exponent.Unnamed() is not Constant { Value.Value: var value } || value == Math.Floor(value);
        return (isForAllBases && !Signs.IsPositive(@base)) || Terms.Beside(1, @base) is not { } rest ? null : ExpM1(exponent * Log1P(rest));
    }
}

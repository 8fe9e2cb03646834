using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics.Rules.Matching;

/// <summary>
/// Σ cᵢ·mᵢ, where the mᵢ are products of factors other than sums: terms that cancel are gone. The square of a root is its argument, x·sign(x) is |x|.
/// </summary>
internal sealed class Polynomial
{
    private const int Most = 24;

    private readonly List<(double Coefficient, Expr? Product)> terms;

    private Polynomial(List<(double Coefficient, Expr? Product)> terms) => this.terms = terms;

    public static Polynomial Zero { get; } = new([]);

    // A product of which no term is known. So is every sum and product that it is part of: it has no number of terms that cancelled.
    private static Polynomial Unknown { get; } = new([.. Enumerable.Repeat<(double, Expr?)>((double.NaN, null), Most + 1)]);

    /// <summary>The number of terms.</summary>
    public int Count => terms.Count;

    /// <summary>Whether it has too many terms to be of use.</summary>
    public bool IsTooLarge => terms.Count > Most;

    /// <summary>Its value if it is constant; otherwise null.</summary>
    public double? Value => terms.Count == 0 ? 0 : terms is [{ Product: null } constant] ? constant.Coefficient : null;

    /// <summary>A sum with all its products expanded.</summary>
    public static Polynomial Of(Expr expr)
    {
        Polynomial sum = Zero;
        expr = expr.Unnamed();
        switch (expr)
        {
            case Apply { Op: Op.Add or Op.Subtract or Op.Negate }:
                return Terms.Of(expr).Aggregate(sum, static (all, term) => all.Plus((term.Rest is null ? One : Of(term.Rest)).Times(term.Coefficient)));
            case Apply { Op: Op.Multiply or Op.Divide or Op.Square }:
                Factors factors = Factors.Of(expr);
                Polynomial product = factors.Above.Aggregate(One.Times(factors.Coefficient), static (all, factor) => all.Times(Of(factor)));
                return factors.Below.Aggregate(product, static (all, factor) => all.Over(factor));

            // The sign of a difference, which multiplies the difference's own terms, is one of the factors that cancel.
            case Apply { Op: Op.Absolute } magnitude when magnitude.Arguments[0].Unnamed() is Apply { Op: Op.Add or Op.Subtract }:
                return Of(magnitude.Arguments[0]).Times(new Polynomial([(1, Expr.Of(Op.Sign, magnitude.Arguments[0]))]));
            case Constant constant:
                return One.Times(constant.Value.Value);
            default:
                return new([(1, expr)]);
        }
    }

    /// <summary>The sum of all terms but one.</summary>
    public static Polynomial OfOthers(IReadOnlyList<Term> terms, int left, IrType type) =>
        terms.Where((_, index) => index != left).Aggregate(Zero, (sum, term) => sum.Plus(Of(term.ToExpr(type))));

    public Polynomial Plus(Polynomial other)
    {
        if (IsUnknown || other.IsUnknown)
        {
            return Unknown;
        }

        List<(double Coefficient, Expr? Product)> sum = [.. terms];
        foreach ((double coefficient, Expr? product) in other.terms)
        {
            int index = sum.FindIndex(term => Canonical.AreSame(term.Product, product));
            if (index < 0)
            {
                sum.Add((coefficient, product));
            }
            else if (sum[index].Coefficient + coefficient == 0)
            {
                sum.RemoveAt(index);
            }
            else
            {
                sum[index] = (sum[index].Coefficient + coefficient, sum[index].Product);
            }
        }

        return new(sum);
    }

    public Polynomial Times(double factor) => factor == 0 ? Zero : IsUnknown ? Unknown : new([.. terms.Select(term => (term.Coefficient * factor, term.Product))]);

    public Polynomial Times(Polynomial other)
    {
        if (terms.Count * other.terms.Count > Most)
        {
            return Unknown;
        }

        Polynomial sum = Zero;
        foreach ((double coefficient, Expr? product) in terms)
        {
            foreach ((double factor, Expr? otherProduct) in other.terms)
            {
                sum = sum.Plus((product is null ? new([(1, otherProduct)]) : otherProduct is null ? new([(1, product)]) : Product(product, otherProduct)).Times(coefficient * factor));
            }
        }

        return sum;
    }

    /// <summary>Converts back to a sum.</summary>
    /// <exception cref="InvalidOperationException">It is too large, and its terms are not known.</exception>
    public Expr ToExpr(IrType type) => IsUnknown ? throw new InvalidOperationException("A polynomial of too many terms has no expression.") : terms.Count == 0 ? new Constant(0, type) : Terms.ToExpr([.. terms.Select(static term => new Term(term.Coefficient, term.Product))], type);

    private bool IsUnknown => ReferenceEquals(this, Unknown);

    private static Polynomial One { get; } = new([(1, null)]);

    private Polynomial Over(Expr divisor) => IsUnknown ? Unknown : new([.. terms.Select(term => (term.Coefficient, (Expr?)((term.Product ?? divisor.Like(1)) / divisor)))]);

    // The product of two products: each root in both is replaced by its argument, each sign times its argument by the absolute value.
    private static Polynomial Product(Expr left, Expr right)
    {
        Factors factors = Factors.Of(left * right);
        for (int i = 0; i < factors.Above.Count; i++)
        {
            for (int j = i + 1; j < factors.Above.Count; j++)
            {
                if (Joined(factors.Above[i].Unnamed(), factors.Above[j].Unnamed()) is { } joined)
                {
                    Factors others = factors.Replacing(j, null).Replacing(i, null);
                    return others.IsConstant ? Of(joined).Times(others.Coefficient) : Of(joined).Times(Of(others.ToExpr(left.Type)));
                }
            }

            // What is both above and below cancels.
            int below = factors.Below.FindIndex(divisor => Canonical.AreSame(divisor, factors.Above[i]));
            if (below >= 0)
            {
                List<Expr> divisors = [.. factors.Below];
                divisors.RemoveAt(below);
                return Of((factors.Replacing(i, null) with { Below = divisors }).ToExpr(left.Type));
            }
        }

        return new([(factors.Coefficient, (factors with { Coefficient = 1 }).ToExpr(left.Type))]);
    }

    private static Expr? Joined(Expr left, Expr right) => (left, right) switch
    {
        (Apply { Op: Op.SquareRoot } root, _) when Canonical.AreSame(left, right) => root.Arguments[0],
        (Apply { Op: Op.RootOfSquarePlus } root, _) when Canonical.AreSame(left, right) => Expr.Square(root.Arguments[0]) + root.Arguments[1],
        (Apply { Op: Op.Absolute } magnitude, _) when Canonical.AreSame(left, right) => Expr.Square(magnitude.Arguments[0]),
        (Apply { Op: Op.Sign } sign, _) when Canonical.AreSame(sign.Arguments[0], right) => Expr.Of(Op.Absolute, right),
        (_, Apply { Op: Op.Sign } sign) when Canonical.AreSame(sign.Arguments[0], left) => Expr.Of(Op.Absolute, left),
        _ => null,
    };
}

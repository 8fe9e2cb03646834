using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics;

namespace LossGen.Generator.Lowering.ClassAxis.Factors;

/// <summary>k₁·f₁ + k₂·f₂ + … + k, where each f differs by class, no two are equal, and each k is the same for all classes of a location.</summary>
internal sealed class LinearCombination
{
    private readonly List<(Expr Factor, Expr Value)> terms = [];

    /// <summary>The products, in the order in which they were first met.</summary>
    public IReadOnlyList<(Expr Factor, Expr Value)> Terms => terms;

    /// <summary>What does not differ by class, if anything.</summary>
    public Expr? Constant { get; private set; }

    public static LinearCombination Of(Expr expr)
    {
        LinearCombination result = new();
        result.Add(expr, expr.Like(1));
        return result;
    }

    public LinearCombination MapTerms(Func<Expr, Expr> map)
    {
        LinearCombination result = new() { Constant = Constant };
        result.terms.AddRange(terms.Select(term => (term.Factor, map(term.Value))));
        return result;
    }

    public Expr ToExpr()
    {
        IEnumerable<Expr> products = terms.Select(static term => term.Factor switch
        {
            Kernel.Constant { Value.Value: 1 } => term.Value,
            Kernel.Constant { Value.Value: -1 } => -term.Value,
            var factor => Named(factor, "factor") * term.Value,
        });
        Expr[] all = [.. products, .. Constant is null ? [] : (Expr[])[Named(Constant, "constant")]];
        return all.Skip(1).Aggregate(all[0], static (sum, term) => term is Apply { Op: Op.Negate } negative ? sum - negative.Arguments[0] : sum + term);
    }

    private void Add(Expr expr, Expr factor)
    {
        Expr value = expr.Unnamed();
        switch (value)
        {
            case var _ when !expr.DependsOnClass():
                Constant = Sum(Constant, Product(factor, expr));
                break;

            case Apply { Op: Op.Negate } negative:
                Add(negative.Arguments[0], Simplify.Expression(-factor));
                break;

            case Apply { Op: Op.Multiply } product when !product.Arguments[0].DependsOnClass():
                Add(product.Arguments[1], Product(factor, product.Arguments[0]));
                break;

            case Apply { Op: Op.Multiply } product when !product.Arguments[1].DependsOnClass():
                Add(product.Arguments[0], Product(factor, product.Arguments[1]));
                break;

            case Apply { Op: Op.Multiply } product when Single(product.Arguments[0]) is var left && Single(product.Arguments[1]) is var right && (left ?? right) is not null:
                (Expr Factor, Expr Value) first = left ?? (expr.Like(1), product.Arguments[0]), second = right ?? (expr.Like(1), product.Arguments[1]);
                AddTerm(Product(factor, Product(first.Factor, second.Factor)), first.Value * second.Value);
                break;

            case Apply { Op: Op.Add or Op.Subtract } sum when sum.Arguments.All(HasFactor):
                Add(sum.Arguments[0], factor);
                Add(sum.Arguments[1], sum.Op == Op.Subtract ? Simplify.Expression(-factor) : factor);
                break;

            default:
                AddTerm(factor, expr);
                break;
        }
    }

    // k·f, if it is that, k is not 1, and f an exponential, which is in range by itself: elements may have been scaled so that their products are.
    private static (Expr Factor, Expr Value)? Single(Expr expr) =>
        expr.Contents.Overlaps(NodeSet.Transcendentals) && Of(expr) is { Constant: null, Terms: [var term] } && term.Factor is not Kernel.Constant && term.Value.Contents.Overlaps(NodeSet.Transcendentals) ? term : null;

    private void AddTerm(Expr factor, Expr value)
    {
        int same = terms.FindIndex(term => term.Value.Unnamed() == value.Unnamed());
        if (same < 0)
        {
            terms.Add((factor, value));
        }
        else
        {
            terms[same] = (Sum(terms[same].Factor, factor), terms[same].Value);
        }
    }

    // Only a sum of rounded products loses nothing by it. The difference of two numbers that nearly cancel is exact, and so is that of a number and a
    // product, which is rounded once; those of their products by a factor are not.
    private static bool HasFactor(Expr term) => term.Unnamed() switch
    {
        var value when !value.DependsOnClass() => true,
        Apply { Op: Op.Multiply } product => product.Arguments.Any(static k => !k.DependsOnClass() && k.Unnamed() is not Kernel.Constant)
            || (product.Arguments[0].Unnamed() is Kernel.Constant && HasFactor(product.Arguments[1])),
        Apply { Op: Op.Negate or Op.Add or Op.Subtract } sum => sum.Arguments.All(HasFactor),
        _ => false,
    };

    private static Expr Product(Expr factor, Expr value) => Simplify.Expression(factor * value);

    private static Expr Sum(Expr? sum, Expr term) => sum is null ? term : Simplify.Expression(term is Apply { Op: Op.Negate } negative ? sum - negative.Arguments[0] : sum + term);

    // A name keeps the sign with the factor, where it costs nothing.
    private static Expr Named(Expr expr, string name) => expr is Apply ? expr.As(name) : expr;
}

using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Mathematics.Rules.Matching;

/// <summary>
/// Whether two expressions are the same mathematics except for names, the order of terms and factors, and how a sign is written: a·b − c and −(c −
/// b·a). The canonical form is compared, never emitted.
/// </summary>
internal static class Canonical
{
    private static readonly NodeSet Even = NodeSet.Of(Op.Absolute, Op.Square, Op.Cos, Op.LogCosh);

    /// <summary>Functions of two arguments whose order does not matter.</summary>
    public static readonly NodeSet Commutative = NodeSet.Of(Op.Maximum, Op.Minimum, Op.LogAddExp, Op.Equal, Op.And, Op.Or);

    /// <summary>Whether two expressions are the same mathematics; null is the same only as null.</summary>
    public static bool AreSame(Expr? left, Expr? right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && (left.Unnamed() == right.Unnamed() || Of(left) == Of(right)));

    /// <summary>The same result for every way of writing an expression that this class knows.</summary>
    public static Expr Of(Expr expr)
    {
        expr = expr.Unnamed();
        return expr switch
        {
            Apply { Op: Op.Add or Op.Subtract or Op.Negate } => Sum(expr),
            Apply { Op: Op.Multiply or Op.Divide } => Product(expr),
            Apply { Op: Op.Square } square => Product(square.Arguments[0] * square.Arguments[0]),
            Apply apply when Even.Overlaps(NodeSet.Of(apply.Op)) => Expr.Of(apply.Op, Positive(Of(apply.Arguments[0]))),
            Apply apply when Commutative.Overlaps(NodeSet.Of(apply.Op)) => new Apply(apply.Op, Sorted(apply.Arguments.Select(Of)), apply.Type),
            _ => expr.MapChildren(Of),
        };
    }

    private static Expr Sum(Expr expr)
    {
        IReadOnlyList<Term> terms = Terms.Of(expr);
        List<Expr> parts = [];
        double constant = 0;
        foreach (Term term in terms)
        {
            if (term.Rest is null)
            {
                constant += term.Coefficient;
            }
            else
            {
                Expr rest = Of(term.Rest);
                parts.Add(term.Coefficient == 1 ? rest : term.Coefficient == -1 ? -rest : term.Coefficient * rest);
            }
        }

        Expr[] sorted = [.. Sorted(parts)];
        return constant != 0 || sorted.Length == 0
            ? sorted.Aggregate((Expr)new Constant(constant, expr.Type), static (sum, part) => sum + part)
            : sorted.Aggregate(static (sum, part) => sum + part);
    }

    private static Expr Product(Expr expr)
    {
        Factors factors = Factors.Of(expr);
        Expr[] above = [.. Sorted(factors.Above.Select(Of))];
        Expr[] below = [.. Sorted(factors.Below.Select(Of))];
        Expr product = above.Length == 0 ? expr.Like(1) : above.Aggregate(static (all, factor) => all * factor);
        product = below.Length == 0 ? product : product / below.Aggregate(static (all, factor) => all * factor);
        return factors.Coefficient == 1 ? product : factors.Coefficient == -1 ? -product : factors.Coefficient * product;
    }

    // The sign that makes the first term positive.
    private static Expr Positive(Expr canonical) => canonical switch
    {
        Apply { Op: Op.Negate } negate => negate.Arguments[0],
        Apply { Op: Op.Multiply } product when product.Arguments[0] is Constant { Value.Value: < 0 } factor => Of(-factor.Value.Value * product.Arguments[1]),
        Apply { Op: Op.Add } when Of(-canonical) is var negative && Order.Compare(negative, canonical) < 0 => negative,
        _ => canonical,
    };

    private static EquatableArray<Expr> Sorted(IEnumerable<Expr> exprs) => exprs.OrderBy(static expr => expr, Order).ToEquatableArray();

    private static readonly IComparer<Expr> Order = new HashOrder();

    // Any total order will do.
    private sealed class HashOrder : IComparer<Expr>
    {
        public int Compare(Expr? x, Expr? y)
        {
            int byHash = x!.GetHashCode().CompareTo(y!.GetHashCode());
            return byHash != 0 || x == y ? byHash : string.CompareOrdinal(x.ToString(), y.ToString());
        }
    }
}

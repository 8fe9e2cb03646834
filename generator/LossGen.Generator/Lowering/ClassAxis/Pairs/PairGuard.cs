using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.ClassAxis.Pairs;

/// <summary>The condition on a class without which its pairs need not be visited, as for a class that no label names.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Body">The term where it holds.</param>
/// <param name="IsReadElsewhere">Whether the reduction is read of other classes as well, for which it is that of no terms.</param>
internal sealed record PairGuard(Expr Condition, Expr Body, bool IsReadElsewhere)
{
    /// <summary>The condition for a reduction: one that chooses all that is read of it, or that its own term has; null for none.</summary>
    public static PairGuard? Of(ReducePairs pairs, IEnumerable<Stmt> readers) =>
        AroundAll(pairs, readers.AllExpressions()) is { } condition ? new PairGuard(condition, pairs.Body, IsReadElsewhere: false) : OfTerm(pairs);

    private static PairGuard? OfTerm(ReducePairs pairs)
    {
        if (pairs.Body.Unnamed() is not Apply { Op: Op.Select } choice || !IsOfFirst(choice.Arguments[0]))
        {
            return null;
        }

        Expr identity = pairs.Reduction.Identity(pairs.Type);
        return choice.Arguments[2] == identity ? new PairGuard(choice.Arguments[0], choice.Arguments[1], IsReadElsewhere: true)
            : choice.Arguments[1] == identity ? new PairGuard(Expr.Of(Op.Not, choice.Arguments[0]), choice.Arguments[2], IsReadElsewhere: true)
            : null;
    }

    private static Expr? AroundAll(ReducePairs pairs, IEnumerable<Expr> readers)
    {
        List<Expr>? common = null;
        foreach (Expr reader in readers)
        {
            Visit(reader, []);
        }

        return common?.FirstOrDefault();

        void Visit(Expr expr, List<Expr> around)
        {
            if (!expr.Contents.Overlaps(NodeSet.PairReductions))
            {
                return;
            }

            if (expr == pairs)
            {
                common = common is null ? around : [.. common.Where(around.Contains)];
            }
            else if (expr is AtOther { Value: var other } && other == pairs)
            {
                common = [];
            }
            else if (expr is Apply { Op: Op.Select } choice && IsOfFirst(choice.Arguments[0]))
            {
                Visit(choice.Arguments[1], [.. around, choice.Arguments[0]]);
                Visit(choice.Arguments[2], [.. around, Expr.Of(Op.Not, choice.Arguments[0])]);
            }
            else
            {
                // A reduction goes through classes of its own.
                foreach (Expr child in expr.Children())
                {
                    Visit(child, expr is AnyReduction or AtOther ? [] : around);
                }
            }
        }
    }

    // Whether it is known before the loop over the other classes.
    private static bool IsOfFirst(Expr condition) => condition.DependsOnClass() && !condition.DependsOnOther() && !condition.Contents.Overlaps(NodeSet.AllReductions);
}

using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Mathematics.Rules.Matching;

/// <summary>
/// Finds what the wildcards of a pattern stand for. Sums and products match in any order, through the names of local variables; a wildcard that
/// occurs several times stands for the same mathematics each time (<see cref="Canonical"/>).
/// </summary>
internal static class Matcher
{
    /// <summary>The ways in which a whole expression matches.</summary>
    public static IEnumerable<Match> Whole(Expr pattern, Expr expr, Match match)
    {
        if (pattern is Wildcard wildcard)
        {
            return match.Find(wildcard) is not { } known ? [match.With(wildcard, expr)] : Canonical.AreSame(known, expr) ? [match] : [];
        }

        // If all wildcards are known, the pattern can be written in more ways than it can be matched.
        if (pattern is Apply && match.IsComplete(pattern))
        {
            return Canonical.AreSame(match.Fill(pattern, expr.Type), expr) ? [match] : [];
        }

        Expr inner = expr.Unnamed();
        return pattern switch
        {
            // The 0 of a pattern matches either sign.
            Constant constant => inner is Constant { Value.Value: var value } && value == constant.Value.Value ? [match] : [],
            Apply apply => Application(apply, inner, match),
            Reduce reduce => inner is Reduce other && other.Reduction == reduce.Reduction ? Whole(reduce.Body, other.Body, match) : [],
            WildcardAt at => AtIndex(at, inner, match),
            _ => pattern == inner ? [match] : [],
        };
    }

    // The body first, if it is not known yet: what the expression is with the index of the axis for the label.
    private static IEnumerable<Match> AtIndex(WildcardAt pattern, Expr expr, Match match)
    {
        IEnumerable<Expr> indices = match.Find(pattern.Index) is { } index ? [index] : expr.Nodes(NodeSet.Labels).Distinct();
        return indices.Where(IsAt).Select(label => match.With(pattern.Body, BodyFor(label)).With(pattern.Index, label));

        // Where a body chooses by the class, an expression at the label does not.
        bool IsAt(Expr label) => Canonical.AreSame(BodyFor(label).At(label), expr) || (match.Find(pattern.Body) is { } body && body.Contents.Overlaps(NodeSet.LabelTests) && Canonical.AreSame(Simplify.Expression(body.At(label)), expr));

        Expr BodyFor(Expr label) => match.Find(pattern.Body) ?? expr.Replace(label, OverClasses.Index);
    }

    private static IEnumerable<Match> Application(Apply pattern, Expr expr, Match match) => pattern.Op switch
    {
        Op.Add or Op.Subtract => expr is Apply { Op: Op.Add or Op.Subtract or Op.Negate }
            ? SumMatch.Find(pattern, Terms.Of(expr), match, expr.Type).Where(static found => found.IsWhole).Select(static found => found.Match)
            : [],
        Op.Multiply or Op.Divide => expr is Apply { Op: Op.Multiply or Op.Divide }
            ? ProductMatch.Find(pattern, Factors.Of(expr), match).Where(static found => found.IsWhole).Select(static found => found.Match)
            : [],
        Op.Square => SquareRootOf(expr) is { } root ? Whole(pattern.Arguments[0], root, match) : [],
        Op.Negate when expr is Apply { Op: Op.Subtract } difference && difference.Arguments[0].Unnamed() is Constant { Value.Value: 0 } => Whole(pattern.Arguments[0], difference.Arguments[1], match),
        Op.Negate when pattern.Arguments[0] is Apply { Op: Op.Subtract } && expr is Apply { Op: Op.Subtract } => Whole(pattern.Arguments[0], Negation.Of(expr), match),
        Op.Negate when expr is Constant { Value.Value: var value } => Whole(pattern.Arguments[0], expr.Like(-value), match),
        _ => expr is Apply apply && apply.Op == pattern.Op && apply.Arguments.Count == pattern.Arguments.Count ? Arguments(pattern, apply, match) : [],
    };

    private static IEnumerable<Match> Arguments(Apply pattern, Apply expr, Match match)
    {
        IEnumerable<Match> matches = InOrder(pattern.Arguments, expr.Arguments, match);
        return Canonical.Commutative.Overlaps(NodeSet.Of(pattern.Op)) ? matches.Concat(InOrder(pattern.Arguments, EquatableArray.Of(expr.Arguments[1], expr.Arguments[0]), match)) : matches;
    }

    private static IEnumerable<Match> InOrder(EquatableArray<Expr> patterns, EquatableArray<Expr> exprs, Match match)
    {
        IEnumerable<Match> matches = [match];
        for (int i = 0; i < patterns.Count; i++)
        {
            int argument = i;
            matches = matches.SelectMany(known => Whole(patterns[argument], exprs[argument], known));
        }

        return matches;
    }

    /// <summary>The operand whose square this is; null if it is not a square. Each factor of a product occurs in it twice, like x/c in x·x/(c·c).</summary>
    public static Expr? SquareRootOf(Expr expr)
    {
        if (expr is Apply { Op: Op.Square } square)
        {
            return square.Arguments[0];
        }

        if (expr is not Apply { Op: Op.Multiply or Op.Divide })
        {
            return null;
        }

        Factors factors = Factors.Of(expr);
        double root = Math.Sqrt(factors.Coefficient);
        return factors.Coefficient > 0 && root * root == factors.Coefficient && HalfOf(factors.Above) is { } above && HalfOf(factors.Below) is { } below && above.Count + below.Count > 0
            ? new Factors(root, above, below).ToExpr(expr.Type)
            : null;
    }

    // One of each pair of equal factors; null if a factor has no partner.
    private static List<Expr>? HalfOf(List<Expr> factors)
    {
        List<Expr> rest = [.. factors];
        List<Expr> half = [];
        while (rest.Count > 0)
        {
            Expr factor = rest[0];
            int other = rest.FindIndex(1, part => Canonical.AreSame(part, factor));
            if (other < 0)
            {
                return null;
            }

            half.Add(factor);
            rest.RemoveAt(other);
            rest.RemoveAt(0);
        }

        return half;
    }
}

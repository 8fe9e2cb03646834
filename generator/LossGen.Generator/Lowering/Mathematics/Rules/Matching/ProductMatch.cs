using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics.Rules.Matching;

/// <summary>Some factors of a product that match all factors of a pattern; c·k·pattern is the product.</summary>
/// <param name="Match">What the wildcards stand for.</param>
/// <param name="Coefficient">c, the ratio of the constant factors of the two.</param>
/// <param name="Above">Which factors of the product's dividend match.</param>
/// <param name="Below">Which factors of its divisor match.</param>
/// <param name="Factors">The factors of the product.</param>
internal sealed record ProductMatch(Match Match, double Coefficient, ulong Above, ulong Below, Factors Factors)
{
    private const int Most = 64;

    /// <summary>Whether the pattern accounts for all factors.</summary>
    public bool IsWhole => Coefficient == 1 && Count(Above) == Factors.Above.Count && Count(Below) == Factors.Below.Count;

    /// <summary>The ways in which factors match. A wildcard that is a whole factor matches each of them once.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="factors">The factors of the product.</param>
    /// <param name="match">What is known of the wildcards.</param>
    /// <param name="single">Whether the pattern is a single factor, even if it is a square.</param>
    public static IEnumerable<ProductMatch> Find(Expr pattern, Factors factors, Match match, bool single = false)
    {
        Factors wanted = single ? new Factors(1, [pattern], []) : Factors.Of(pattern);
        if (wanted.Above.Count > factors.Above.Count || wanted.Below.Count > factors.Below.Count || factors.Above.Count > Most || factors.Below.Count > Most)
        {
            return [];
        }

        // Factors with a known form come first: the others follow from them.
        List<(Expr Pattern, bool IsAbove)> order =
        [
            .. wanted.Below.Select(static factor => (factor, false)).Concat(wanted.Above.Select(static factor => (factor, true)))
                .OrderBy(static factor => factor.factor is Wildcard ? 1 : 0),
        ];
        IEnumerable<ProductMatch> found = [new ProductMatch(match, factors.Coefficient / wanted.Coefficient, 0, 0, factors)];
        foreach ((Expr factor, bool isAbove) in order)
        {
            found = found.SelectMany(known => known.WithFactor(factor, isAbove));
        }

        return found;
    }

    /// <summary>The factors that do not match, without constants; null if there are none.</summary>
    public Expr? Rest
    {
        get
        {
            Factors rest = Others;
            return rest.IsConstant ? null : rest.ToExpr((rest.Above.Concat(rest.Below)).First().Type);
        }
    }

    private Factors Others => new(1, [.. Factors.Above.Where((_, i) => !Has(Above, i))], [.. Factors.Below.Where((_, i) => !Has(Below, i))]);

    /// <summary>The product with the matching factors replaced.</summary>
    public Expr Replaced(Expr replacement)
    {
        Factors others = Others;
        int place = Enumerable.Range(0, Factors.Above.Count).FirstOrDefault(i => Has(Above, i));
        others.Above.Insert(Above == 0 ? others.Above.Count : Math.Min(place, others.Above.Count), replacement);
        return (others with { Coefficient = Coefficient }).ToExpr(replacement.Type);
    }

    private IEnumerable<ProductMatch> WithFactor(Expr pattern, bool isAbove)
    {
        List<Expr> candidates = isAbove ? Factors.Above : Factors.Below;
        for (int i = 0; i < candidates.Count; i++)
        {
            if (Has(isAbove ? Above : Below, i))
            {
                continue;
            }

            ulong bit = 1UL << i;
            foreach (Match known in Matcher.Whole(pattern, candidates[i], Match))
            {
                yield return this with { Match = known, Above = isAbove ? Above | bit : Above, Below = isAbove ? Below : Below | bit };
            }
        }
    }

    private static bool Has(ulong set, int index) => ((set >> index) & 1) != 0;

    private static int Count(ulong set)
    {
        int count = 0;
        for (; set != 0; set &= set - 1)
        {
            count++;
        }

        return count;
    }
}

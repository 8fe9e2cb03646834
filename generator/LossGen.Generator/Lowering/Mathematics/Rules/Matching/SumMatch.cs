using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics.Rules.Matching;

/// <summary>Some terms of a sum that match all terms of a pattern, times a common factor c·k: the sum is c·k·pattern and its other terms.</summary>
/// <param name="Match">What the wildcards stand for.</param>
/// <param name="Coefficient">c, a constant.</param>
/// <param name="Common">k; null for 1.</param>
/// <param name="Used">Which terms match.</param>
/// <param name="Terms">The terms of the sum.</param>
internal sealed record SumMatch(Match Match, double Coefficient, Expr? Common, uint Used, IReadOnlyList<Term> Terms)
{
    /// <summary>Whether the pattern accounts for all terms, without a common factor.</summary>
    public bool IsWhole => Coefficient == 1 && Common is null && Enumerable.Range(0, Terms.Count).All(Has);

    /// <summary>The ways in which terms match.</summary>
    public static IEnumerable<SumMatch> Find(Expr pattern, IReadOnlyList<Term> terms, Match match, IrType type)
    {
        // A term that is a function of something is matched first; it determines the wildcards of the others, and the common factor.
        List<Term> wanted = [.. Matching.Terms.Of(pattern).OrderBy(static term => term.Rest is null ? 2 : term.Rest is Wildcard or WildcardAt ? 1 : 0)];
        if (wanted[0].Rest is null || wanted.Count > terms.Count + 1)
        {
            return [];
        }

        IEnumerable<SumMatch> found = Anchored(wanted[0], terms, match);
        foreach (Term term in wanted.Skip(1))
        {
            found = found.SelectMany(known => known.WithTerm(term, type));
        }

        return found;
    }

    /// <summary>The sum with the matching terms replaced.</summary>
    public Expr Replaced(Expr replacement)
    {
        Expr term = Common is null ? replacement : Common * replacement;
        List<Term> terms = [];
        bool isPlaced = false;
        for (int i = 0; i < Terms.Count; i++)
        {
            if (!Has(i))
            {
                terms.Add(Terms[i]);
            }
            else if (!isPlaced)
            {
                terms.Add(new Term(Coefficient, term));
                isPlaced = true;
            }
        }

        return Matching.Terms.ToExpr(terms, replacement.Type);
    }

    private static IEnumerable<SumMatch> Anchored(Term anchor, IReadOnlyList<Term> terms, Match match)
    {
        for (int i = 0; i < terms.Count; i++)
        {
            if (terms[i].Rest is not { } rest)
            {
                continue;
            }

            double coefficient = terms[i].Coefficient / anchor.Coefficient;
            foreach (Match known in Matcher.Whole(anchor.Rest!, rest, match))
            {
                yield return new SumMatch(known, coefficient, null, 1U << i, terms);
            }

            if (anchor.Rest is Apply { Op: not (Op.Multiply or Op.Divide) } && rest.Unnamed() is Apply { Op: Op.Multiply or Op.Divide or Op.Square } product)
            {
                foreach (ProductMatch part in ProductMatch.Find(anchor.Rest, Factors.Of(product), match, single: true))
                {
                    yield return new SumMatch(part.Match, coefficient * part.Coefficient, part.Rest, 1U << i, terms);
                }
            }
        }
    }

    private IEnumerable<SumMatch> WithTerm(Term wanted, IrType type)
    {
        double coefficient = Coefficient * wanted.Coefficient;
        if (wanted.Rest is Wildcard wildcard && Match.Find(wildcard) is { } known)
        {
            return Without(Matching.Terms.Of(Common is null ? known : Common * known), coefficient) is { } rest ? [rest] : [];
        }

        // What is at the label may be several terms.
        if (wanted.Rest is WildcardAt at && Match.Find(at.Body) is { } body)
        {
            return AtLabel(at, body, coefficient).Concat(Unused(coefficient, wanted.Rest, type));
        }

        return wanted.Rest is null
            ? Without([new Term(1, Common)], coefficient) is { } constant ? [constant] : []
            : Unused(coefficient, wanted.Rest, type);
    }

    private IEnumerable<SumMatch> AtLabel(WildcardAt at, Expr body, double coefficient)
    {
        IEnumerable<Expr> labels = Match.Find(at.Index) is { } label ? [label] : Terms.SelectMany(static term => term.Rest?.Nodes(NodeSet.Labels) ?? []).Distinct();
        foreach (Expr place in labels)
        {
            IReadOnlyList<Term> terms = Matching.Terms.Of(Simplify.Expression(body.At(place)));
            if (terms.Count > 1 && Without([.. terms.Select(term => Common is null ? term : term with { Rest = term.Rest is null ? Common : Common * term.Rest })], coefficient) is { } found)
            {
                yield return found with { Match = Match.With(at.Index, place) };
            }
        }
    }

    // Matches known terms, all of which have to be present.
    private SumMatch? Without(IReadOnlyList<Term> known, double coefficient)
    {
        uint used = Used;
        foreach (Term term in known)
        {
            int index = -1;
            for (int i = 0; i < Terms.Count && index < 0; i++)
            {
                index = ((used >> i) & 1) == 0 && Terms[i].Coefficient == coefficient * term.Coefficient && Canonical.AreSame(Terms[i].Rest, term.Rest) ? i : -1;
            }

            if (index < 0)
            {
                // A term that is 0 is not written.
                if (term is { Rest: null, Coefficient: 0 })
                {
                    continue;
                }

                return null;
            }

            used |= 1U << index;
        }

        return this with { Used = used };
    }

    private IEnumerable<SumMatch> Unused(double coefficient, Expr pattern, IrType type)
    {
        for (int i = 0; i < Terms.Count; i++)
        {
            if (Has(i))
            {
                continue;
            }

            // Any expression has any coefficient.
            bool isAny = pattern is WildcardAt || (pattern is Wildcard && Common is null);
            Expr? rest = Common is null ? Terms[i].Rest : Terms[i].Rest is { } product ? Quotient(product, Common) : null;
            if ((isAny ? (Terms[i] with { Rest = rest }).Scaled(1 / coefficient).ToExpr(type) : Terms[i].Coefficient == coefficient ? rest : null) is { } part && (rest is not null || Common is null))
            {
                foreach (Match known in Matcher.Whole(pattern, part, Match))
                {
                    yield return this with { Match = known, Used = Used | (1U << i) };
                }
            }
        }
    }

    // What the common factor multiplies; null if it is not a factor.
    private static Expr? Quotient(Expr product, Expr common) => product.Unnamed() is Apply { Op: Op.Multiply or Op.Divide or Op.Square } && Factors.Of(product) is var factors
        ? Factors.Of(common).DividingExactly(factors)?.ToExpr(product.Type)
        : null;

    private bool Has(int index) => ((Used >> index) & 1) != 0;
}

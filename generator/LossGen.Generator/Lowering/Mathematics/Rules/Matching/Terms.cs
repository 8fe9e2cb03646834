using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics.Rules.Matching;

/// <summary>c·r, a term of a sum.</summary>
/// <param name="Coefficient">The constant c.</param>
/// <param name="Rest">r, which is not a constant; null for 1.</param>
internal readonly record struct Term(double Coefficient, Expr? Rest)
{
    public Term Scaled(double factor) => this with { Coefficient = Coefficient * factor };

    public Expr ToExpr(IrType type) =>
        Rest is null ? new Constant(Coefficient, type)
        : Coefficient == 1 ? Rest
        : Coefficient == -1 ? -Rest
        : Coefficient * Rest;
}

/// <summary>A sum as its terms, in the order in which they are written: a − 2·(b + c) is a, −2·(b + c), and expanded a, −2·b, −2·c.</summary>
internal static class Terms
{
    /// <summary>The most terms among which a rule searches for its own.</summary>
    public const int Most = 24;

    /// <summary>The terms as written; a local variable is one.</summary>
    public static IReadOnlyList<Term> Of(Expr expr)
    {
        List<Term> terms = [];
        Collect(expr, 1, terms, opensNames: false, isExpanded: false);
        return terms;
    }

    /// <summary>The terms as written, including those of local variables.</summary>
    public static IReadOnlyList<Term> Opened(Expr expr)
    {
        List<Term> terms = [];
        Collect(expr, 1, terms, opensNames: true, isExpanded: false);
        return terms;
    }

    /// <summary>The terms, including those of local variables and of products with a sum, each expanded; null if there are too many.</summary>
    public static IReadOnlyList<Term>? Expanded(Expr expr)
    {
        List<Term> terms = [];
        Collect(expr, 1, terms, opensNames: true, isExpanded: true);
        return terms.Count <= Most ? terms : null;
    }

    /// <summary>A sum without a given constant, otherwise as written: expanded, its terms might cancel. Null if the constant differs, or is the whole sum.</summary>
    public static Expr? Beside(double constant, Expr sum)
    {
        IReadOnlyList<Term> terms = Of(sum.Unnamed());
        List<Term> others = [.. terms.Where(static term => term.Rest is not null)];
        return others.Count == terms.Count - 1 && others.Count > 0 && terms.Single(static term => term.Rest is null).Coefficient == constant ? ToExpr(others, sum.Type) : null;
    }

    /// <summary>Converts back to a sum, from at least one term.</summary>
    public static Expr ToExpr(IReadOnlyList<Term> terms, IrType type)
    {
        // A sum does not begin with a negation that can be written as a difference.
        int first = 0;
        while (first < terms.Count - 1 && terms[first].Coefficient < 0)
        {
            first++;
        }

        first = terms[first].Coefficient < 0 ? 0 : first;
        Expr sum = terms[first].ToExpr(type);
        for (int i = 0; i < terms.Count; i++)
        {
            if (i != first)
            {
                sum = terms[i].Coefficient < 0 ? sum - terms[i].Scaled(-1).ToExpr(type) : sum + terms[i].ToExpr(type);
            }
        }

        return sum;
    }

    private static void Collect(Expr expr, double coefficient, List<Term> terms, bool opensNames, bool isExpanded)
    {
        if (isExpanded && terms.Count > Most)
        {
            return;
        }

        switch (opensNames ? expr.Unnamed() : expr)
        {
            case Constant constant:
                terms.Add(new Term(coefficient * constant.Value.Value, null));
                break;
            case Apply { Op: Op.Add } sum:
                Collect(sum.Arguments[0], coefficient, terms, opensNames, isExpanded);
                Collect(sum.Arguments[1], coefficient, terms, opensNames, isExpanded);
                break;
            case Apply { Op: Op.Subtract } difference:
                Collect(difference.Arguments[0], coefficient, terms, opensNames, isExpanded);
                Collect(difference.Arguments[1], -coefficient, terms, opensNames, isExpanded);
                break;
            case Apply { Op: Op.Negate } negate:
                Collect(negate.Arguments[0], -coefficient, terms, opensNames, isExpanded);
                break;
            case Apply { Op: Op.Multiply or Op.Divide } product:
                CollectProduct(product, coefficient, terms, isExpanded);
                break;
            default:
                terms.Add(new Term(coefficient, expr));
                break;
        }
    }

    private static void CollectProduct(Apply product, double coefficient, List<Term> terms, bool isExpanded)
    {
        Factors factors = Factors.Of(product);
        if (!isExpanded)
        {
            terms.Add(factors.Coefficient == 1 || factors.IsConstant ? new Term(coefficient * (factors.IsConstant ? factors.Coefficient : 1), factors.IsConstant ? null : product)
                : new Term(coefficient * factors.Coefficient, (factors with { Coefficient = 1 }).ToExpr(product.Type)));
            return;
        }

        int sum = factors.Above.FindIndex(static factor => factor.Unnamed() is Apply { Op: Op.Add or Op.Subtract });
        if (sum < 0)
        {
            terms.Add(new Term(coefficient * factors.Coefficient, factors.IsConstant ? null : (factors with { Coefficient = 1 }).ToExpr(product.Type)));
            return;
        }

        List<Term> inner = [];
        Collect(factors.Above[sum], 1, inner, opensNames: true, isExpanded: true);
        foreach (Term term in inner)
        {
            Factors multiplied = factors.Replacing(sum, term.Rest) with { Coefficient = 1 };
            Collect(multiplied.ToExpr(product.Type), coefficient * factors.Coefficient * term.Coefficient, terms, opensNames: true, isExpanded: true);
        }
    }
}

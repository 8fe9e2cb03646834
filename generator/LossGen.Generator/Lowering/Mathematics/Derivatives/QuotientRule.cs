using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Rules.Matching;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Lowering.Mathematics.Derivatives;

/// <summary>
/// ∂(f/g) = ((∂f·g − f·∂g)/g)/g if terms of the dividend cancel: for u/(c + u) it is c/(c + u)², for z/√(1 + z²) it is 1/√(1 + z²)³, while the two
/// quotients of the chain rule, which are nearly equal, would cancel and leave no digits.
/// </summary>
internal static class QuotientRule
{
    // Masks have to stay outermost, and what they mask is of no use in a sum of products.
    private static readonly NodeSet Masks = NodeSet.Of(Op.Select, Op.WhereGreater, Op.WhereNotGreater) | NodeSet.Reductions | NodeSet.LabelTests;

    /// <summary>The derivative of a quotient both of whose operands depend on the input; null if nothing cancels.</summary>
    public static Expr? Of(Apply quotient, Expr dividendSlope, Expr divisorSlope)
    {
        (Expr dividend, Expr divisor) = (quotient.Arguments[0], quotient.Arguments[1]);
        if (dividendSlope.Type != quotient.Type || divisorSlope.Type != quotient.Type || (quotient.Contents | dividendSlope.Contents | divisorSlope.Contents).Overlaps(Masks))
        {
            return null;
        }

        // A root in the divisor, whose derivative divides by it, cancels only once both are multiplied by it.
        return Cancelled(quotient, dividendSlope, divisorSlope, null)
            ?? divisor.Nodes(NodeSet.Of(Op.SquareRoot, Op.RootOfSquarePlus)).Distinct().Take(1).Select(root => Cancelled(quotient, dividendSlope, divisorSlope, root)).FirstOrDefault();
    }

    private static Expr? Cancelled(Apply quotient, Expr dividendSlope, Expr divisorSlope, Expr? root)
    {
        (Expr dividend, Expr divisor) = (quotient.Arguments[0], quotient.Arguments[1]);
        Polynomial first = Polynomial.Of(Simplify.Expression(dividendSlope)).Times(Polynomial.Of(divisor));
        Polynomial second = Polynomial.Of(dividend).Times(Polynomial.Of(Simplify.Expression(divisorSlope)));
        if (root is not null)
        {
            first = first.Times(Polynomial.Of(root));
            second = second.Times(Polynomial.Of(root));
        }

        if (first.IsTooLarge || second.IsTooLarge)
        {
            return null;
        }

        Polynomial difference = first.Plus(second.Times(-1));
        return difference.Count <= first.Count + second.Count - 2 && difference.Count > 0 ? Simplify.Expression(Divided(difference.ToExpr(quotient.Type) / divisor / divisor)) : null;

        Expr Divided(Expr expr) => root is null ? expr : expr / root;
    }

    /// <summary>
    /// The formula with local variables written out in quotients whose operands are or contain some, if terms then cancel; likewise the argument
    /// of a root, by which the root's derivative is multiplied.
    /// </summary>
    public static Expr WithoutLocals(Expr formula, Expr input) => formula.Rewrite(part => part switch
    {
        Apply { Op: Op.Divide } quotient when quotient.Arguments.All(argument => argument.DependsOn(input)) && quotient.Contents.Overlaps(NodeSet.Annotations) && !quotient.Contents.Overlaps(NodeSet.PairReductions) => Written(quotient, input),
        Apply { Op: Op.SquareRoot or Op.Power } root => root.MapChildren(static argument => Inner(argument)),
        _ => part,
    });

    private static Apply Written(Apply quotient, Expr input)
    {
        Apply written = (Apply)quotient.Rewrite(static part => part is Named { Symbol: not null } named && named.Unnamed() is not Reduce ? named.Value : part);
        return Cancels(written, input) || SumsOf(written, input).Any() ? written : quotient;
    }

    private static bool Cancels(Apply quotient, Expr input) =>
        Differentiate.Of(quotient.Arguments[0], input) is { } dividendSlope && Differentiate.Of(quotient.Arguments[1], input) is { } divisorSlope && Of(quotient, dividendSlope, divisorSlope) is not null;

    /// <summary>The reductions in quotients of a formula whose terms cancel once each reduction is a variable: by it, both operands have a derivative without further reductions.</summary>
    public static IEnumerable<Expr> Sums(Expr formula, Expr input) => formula.Nodes(NodeSet.Of(Op.Divide)).OfType<Apply>()
        .Where(static quotient => quotient.Arguments.All(static argument => argument.Contents.Overlaps(NodeSet.ReductionsToLoops)))
        .SelectMany(quotient => SumsOf(quotient, input))
        .Distinct();

    private static IEnumerable<Expr> SumsOf(Apply quotient, Expr input)
    {
        Expr[] sums = [.. quotient.Nodes(NodeSet.ReductionsToLoops).Where(static sum => !sum.DependsOnClass()).Distinct()];
        Variable[] variables = [.. sums.Select(static (sum, number) => new Variable("sum " + Number(number), sum.Type))];
        Func<Expr, Expr> cover = null!;
        cover = part => Array.IndexOf(sums, part.Unnamed()) is >= 0 and var sum ? variables[sum] : part.MapChildren(cover);
        Apply covered = (Apply)quotient.MapChildren(cover);
        return variables.Where((variable, number) => sums[number].DependsOn(input) && Cancels(covered, variable)).Any() ? sums.Where((_, number) => covered.Mentions(variables[number])) : [];
    }

    // A local under a root, also with a constant factor, as its definition: where both are 0, its slope cancels the root's pole.
    private static Expr Inner(Expr argument) => argument switch
    {
        Named { Symbol: not null } named => Inner(named.Value),
        Apply { Op: Op.Multiply or Op.Divide } product when product.Arguments.Any(static factor => factor is Constant) => product.MapChildren(Inner),
        _ => argument,
    };
}

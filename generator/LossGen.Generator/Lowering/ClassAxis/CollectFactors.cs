using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.ClassAxis.Factors;

namespace LossGen.Generator.Lowering.ClassAxis;

/// <summary>
/// k·(a·f + b·g) + c·f → (k·a + c)·f + (k·b)·g and (a·f)·(b·g) → (a·b)·(f·g) for exponentials, where k, a, b and c are the same for all classes: one product per class for each factor that differs.
/// Σ (a·f + b·g) → a·Σ f + b·Σ g, if a or b needs a sum itself: all these sums are found in one pass over the classes.
/// </summary>
internal static class CollectFactors
{
    public static Pass Pass { get; } = new(nameof(CollectFactors), "collects factors that all classes of a location share", Run);

    // More sums in place of one would cost more than the pass over the classes that they save.
    private const int MostSums = 2;

    private static readonly Func<Expr, Expr> Sums = Rewriting.BottomUp(NodeSet.Reductions, static e => e is Reduce sum ? Split(sum) : e);

    public static LossKernel Run(LossKernel kernel) => kernel.Iteration is ClassAxisIteration
        ? kernel with { Body = kernel.Body.MapAllExpressions(static expr => Collected(Sums(expr))) }
        : kernel;

    private static Expr Collected(Expr expr)
    {
        if (!expr.DependsOnClass() || !IsFloatingPoint(expr))
        {
            return expr;
        }

        LinearCombination sum = LinearCombination.Of(expr);
        return sum.ToExpr() is var collected && CostPerClass(collected) < CostPerClass(expr) ? collected : expr;
    }

    private static Expr Split(Reduce sum)
    {
        if (sum.Reduction != Reduction.Sum || !IsFloatingPoint(sum))
        {
            return sum;
        }

        LinearCombination terms = LinearCombination.Of(sum.Body);
        return terms.Constant is null && terms.Terms.Count <= MostSums
            && terms.Terms.Any(static term => term.Factor.Contents.Overlaps(NodeSet.Reductions))
            ? terms.MapTerms(OverClasses.Sum).ToExpr()
            : sum;
    }

    private static bool IsFloatingPoint(Expr expr) => expr.Type.Scalar is ScalarType.Single or ScalarType.Double;

    // The operations that each class needs: a product that is added costs no more than the sum, a sign nothing.
    private static int CostPerClass(Expr expr)
    {
        HashSet<Apply> operations = [];
        Visit(expr);
        return operations.Count(static e => e.Op != Op.Negate) - operations.Count(static e => e.Op is Op.Add or Op.Subtract && e.Arguments.Any(IsProduct));

        void Visit(Expr e)
        {
            if (!e.DependsOnClass() || (e is Apply apply && !operations.Add(apply)))
            {
                return;
            }

            foreach (Expr child in e.Children())
            {
                Visit(child);
            }
        }

        static bool IsProduct(Expr e) => e.DependsOnClass() && e.Unnamed() is Apply { Op: Op.Multiply };
    }
}

using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering;

/// <summary>
/// k·(a/b) → a·(k/b), where k and b are the same for all classes of a location: one division a location instead of one a
/// class. Where a is float32 and b a float64 sum, k/b is computed in float64 and rounded once.
/// </summary>
internal static class DivideOncePerLocation
{
    public static LossKernel Run(LossKernel kernel) => kernel.Iteration is ClassAxisIteration
        ? kernel with { Body = kernel.Body.Rewrite(NodeSet.Of(Op.Divide), Node) }
        : kernel;

    private static Expr Node(Expr expr)
    {
        if (expr is not Apply { Op: Op.Multiply } product
            || Unconverted(product.Arguments[1]) is not Apply { Op: Op.Divide } quotient
            || !IsSameForAllClasses(product.Arguments[0])
            || !IsSameForAllClasses(quotient.Arguments[1]))
        {
            return expr;
        }

        bool isWide = quotient.Type != expr.Type;
        Expr a = isWide ? Unconverted(quotient.Arguments[0]) : quotient.Arguments[0];
        Expr k = (isWide ? Unconverted(product.Arguments[0]) : product.Arguments[0]).To(quotient.Type.Scalar);
        return a * (k / quotient.Arguments[1]).To(expr.Type.Scalar).As("gradientScale");
    }

    // The factors as they were before they were widened or narrowed for the quotient.
    private static Expr Unconverted(Expr expr) => expr is Apply { Op: Op.Convert } convert ? convert.Arguments[0] : expr;

    private static bool IsSameForAllClasses(Expr expr) => expr switch
    {
        _ when !expr.Contents.Overlaps(NodeSet.ClassElements | NodeSet.LabelTests) => true,
        OverClasses or AtLabel or LogSumExp => true,
        ClassElement or IsLabel => false,
        _ => expr.Children().All(IsSameForAllClasses),
    };
}

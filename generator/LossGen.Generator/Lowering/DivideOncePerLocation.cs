using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering;

/// <summary>
/// k·(a/b) → a·(k/b), where k and b are the same for all classes of a location: one division a location instead of one a
/// class. Moves the result by at most 1 ULP.
/// </summary>
internal static class DivideOncePerLocation
{
    public static LossKernel Apply(LossKernel kernel) => kernel.Iteration is ClassAxisIteration
        ? kernel with { Body = kernel.Body.MapAllExpressions(static expr => expr.Rewrite(Node)) }
        : kernel;

    private static Expr Node(Expr expr) =>
        expr is Apply { Op: Op.Multiply } product
            && product.Arguments[1] is Apply { Op: Op.Divide } quotient
            && IsSameForAllClasses(product.Arguments[0])
            && IsSameForAllClasses(quotient.Arguments[1])
            ? quotient.Arguments[0] * (product.Arguments[0] / quotient.Arguments[1]).As("gradientScale")
            : expr;

    private static bool IsSameForAllClasses(Expr expr) => expr switch
    {
        OverClasses or AtLabel or LogSumExp => true,
        ClassElement or IsLabel => false,
        _ => expr.Children().All(IsSameForAllClasses),
    };
}

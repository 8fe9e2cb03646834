using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.ClassAxis;

/// <summary>
/// k·(a/b) → a·(k/b), where k and b are the same for all classes of a location: one division per location instead of one per class. If a is float32
/// and b a float64 sum, k/b is computed in float64 and rounded once. If 1/b is needed anyway, or a class's quotient has no such factor, k·(a/b) →
/// a·(k·(1/b)) and a/b → a·(1/b): one division serves all. Of k·((a/b)·(c/d)), as in a second derivative, k goes to a/b, which then is the gradient's.
/// </summary>
internal static class DivideOncePerLocation
{
    public static Pass Pass { get; } = new(nameof(DivideOncePerLocation), "divides once per location instead of once per class", Run);

    private static readonly NodeSet Quotients = NodeSet.Of(Op.Divide);

    private static readonly Func<Expr, Expr> Narrowed = Rewriting.BottomUp(Quotients, static e =>
        e is Apply { Op: Op.Convert, Type.Scalar: ScalarType.Single } narrowed
            && narrowed.Arguments[0] is Apply { Op: Op.Divide } quotient
            && quotient.Arguments[0] is Apply { Op: Op.Convert } && quotient.Arguments[0].DependsOnClass() && !quotient.Arguments[1].DependsOnClass()
            ? ((Apply)quotient.Arguments[0]).Arguments[0] * (quotient.Arguments[1].Like(1) / quotient.Arguments[1]).As("reciprocal").To(ScalarType.Single)
            : e);

    private static readonly Func<Expr, Expr> ToFirst = Rewriting.BottomUp(Quotients, static e =>
        e is Apply { Op: Op.Multiply } product && !product.Arguments[0].DependsOnClass() && product.Arguments[1] is Apply { Op: Op.Multiply } quotients
            && quotients.Arguments.All(static argument => argument.DependsOnClass() && Quotient.Read(argument) is { Factor: null })
            ? product.Arguments[0] * quotients.Arguments[0] * quotients.Arguments[1]
            : e);

    private static readonly Func<Expr, Expr> Merge = Rewriting.BottomUp(Quotients, static e => Quotient.Read(e) is { Factor: { } k } quotient
        ? quotient.Dividend * (k.To(quotient.Divisor.Type.Scalar) / quotient.Divisor).To(e.Type.Scalar).As("gradientScale")
        : e);

    public static LossKernel Run(LossKernel kernel)
    {
        if (kernel.Iteration is not ClassAxisIteration)
        {
            return kernel;
        }

        // The label's element of a gradient is divided as those of the other classes are.
        Expr[][] gradients = [.. kernel.Body.AllStatements().OfType<Store>().GroupBy(static store => store.Tensor, static store => store.Value, static (_, values) => values.ToArray())];
        return kernel with { Body = kernel.Body.MapAllExpressions(expr => Expression(expr, gradients.FirstOrDefault(gradient => gradient.Contains(expr)) ?? [expr])) };
    }

    private static Expr Expression(Expr expr, IEnumerable<Expr> all)
    {
        expr = ToFirst(expr);
        HashSet<Expr> shared = [.. all.SelectMany(static each => Shared(Merge(ToFirst(each))))];
        return Narrowed(shared.Count == 0 ? Merge(expr) : Merge(ByReciprocal(expr, shared)));
    }

    // Outside reductions, which iterate over classes of their own.
    private static IEnumerable<Expr> Shared(Expr expr) => expr switch
    {
        _ when !expr.Contents.Overlaps(Quotients) || expr is Reduce => [],
        Apply { Op: Op.Divide } quotient when !quotient.Arguments[1].DependsOnClass() && (IsOne(quotient.Arguments[0]) || quotient.Arguments[0].DependsOnClass()) => [quotient.Arguments[1]],
        _ => expr.Children().SelectMany(Shared),
    };

    // Top-down: a factor is visited before its quotient.
    private static Expr ByReciprocal(Expr expr, HashSet<Expr> shared)
    {
        if (!expr.Contents.Overlaps(Quotients) || Quotient.Read(expr) is not { } quotient || !shared.Contains(quotient.Divisor))
        {
            return expr.MapChildren(child => ByReciprocal(child, shared));
        }

        Expr reciprocal = (quotient.Divisor.Like(1) / quotient.Divisor).To(expr.Type.Scalar).As("reciprocal");
        return quotient switch
        {
            { Factor: { } k } => quotient.Dividend * (ByReciprocal(k, shared).To(reciprocal.Type.Scalar) * reciprocal).As("gradientScale"),
            _ when IsOne(quotient.Dividend) => reciprocal,
            _ => quotient.Dividend * reciprocal,
        };
    }

    private static bool IsOne(Expr expr) => expr is Constant { Value.Value: 1.0 } or Apply { Op: Op.Convert, Arguments: [Constant { Value.Value: 1.0 }] };

    /// <summary>k·(a/b), or a/b, where b and k are the same for all classes; a and k as they were before being widened or narrowed for the quotient.</summary>
    private sealed record Quotient(Expr? Factor, Expr Dividend, Expr Divisor)
    {
        public static Quotient? Read(Expr expr)
        {
            Expr? factor = expr is Apply { Op: Op.Multiply } product && !product.Arguments[0].DependsOnClass() ? product.Arguments[0] : null;
            Expr whole = factor is null ? expr : ((Apply)expr).Arguments[1];
            if (Unconverted(whole) is not Apply { Op: Op.Divide } quotient || quotient.Arguments[1].DependsOnClass())
            {
                return null;
            }

            bool isWide = quotient.Type != expr.Type;
            Expr dividend = isWide ? Unconverted(quotient.Arguments[0]) : quotient.Arguments[0];

            // If a formula mixes the types, a dividend may have the other type from the start.
            return dividend is Constant || dividend.Type == expr.Type
                ? new Quotient(isWide && factor is not null ? Unconverted(factor) : factor, dividend.To(expr.Type.Scalar), quotient.Arguments[1])
                : null;
        }

        private static Expr Unconverted(Expr expr) => expr is Apply { Op: Op.Convert } convert ? convert.Arguments[0] : expr;
    }
}

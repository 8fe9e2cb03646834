using LossGen.Generator.Kernel;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Takes derivatives by the chain rule: ∂f(u₁, u₂, …)/∂x = Σ ∂f/∂uᵢ · ∂uᵢ/∂x, the first factor from
/// <see cref="DerivativeTable"/>. A part that does not depend on x is left out, never multiplied by 0.
/// </summary>
/// <remarks>
/// Along the class axis x is one class's element x_k, and a reduction r = ⊕_c f(x_c, s) over the classes, s being an inner reduction,
/// reaches it twice: directly at c = k, and through s at every c: ∂(Σ_c f)/∂x_k = f′(x_k) + (Σ_c ∂f/∂s) · ∂s/∂x_k.
/// </remarks>
internal static class Differentiate
{
    public static LossKernel Run(LossKernel kernel) => kernel with
    {
        Body = kernel.Body.Rewrite(NodeSet.Derivatives, static e =>
            e is Derivative derivative ? Of(derivative.Value, derivative.Input) ?? derivative.Value.Like(0) : e),
    };

    /// <summary>The derivative, or null where the value does not depend on the input.</summary>
    private static Expr? Of(Expr value, Expr input)
    {
        if (value == input)
        {
            return value.Like(1);
        }

        return value switch
        {
            Named named => Of(named.Value, input),
            Apply apply => ByChainRule(apply, input),
            AtLabel atLabel => Of(atLabel.Body, input) is { } slope ? Expr.Select(new IsLabel(), slope, slope.Like(0)) : null,
            OverClasses over => ThroughReduction(over.Body, input, WeightOf(over)),
            LogSumExp logSumExp => ThroughReduction(logSumExp.Body, input, Expr.Exp(logSumExp.Body - logSumExp)),
            _ => null,
        };
    }

    private static Expr? ByChainRule(Apply apply, Expr input)
    {
        Expr?[] partials = DerivativeTable.Partials(apply);
        return Sum(partials.Select((partial, i) => Product(partial, partial is null ? null : Of(apply.Arguments[i], input))));
    }

    // ∂r/∂f at each class: 1 for a sum, the probability for log-sum-exp.
    private static Expr WeightOf(OverClasses over)
    {
        if (!over.Reduction.IsSum)
        {
            throw new InvalidOperationException($"A formula may not hold {over}: {over.Reduction.Name} over classes has no derivative here.");
        }

        return over.ExceptLabel ? Expr.Select(new IsLabel(), over.Like(0), over.Like(1)) : over.Like(1);
    }

    private static Expr? ThroughReduction(Expr body, Expr input, Expr weight)
    {
        Expr? direct = Product(weight, OfOutermost(body, input));
        IEnumerable<Expr?> throughInner = Inner(body).Select(inner =>
            Of(body, inner) is { } slope && Of(inner, input) is { } innerSlope
                ? new OverClasses(Reduction.Sum, Product(weight, slope)!) * innerSlope
                : null);
        return Sum(throughInner.Prepend(direct));
    }

    // ∂body/∂input with inner reductions held fixed: they are put out of sight and back again.
    private static Expr? OfOutermost(Expr body, Expr input)
    {
        List<Expr> inner = [.. Inner(body)];
        Variable Hidden(int i) => new("hidden" + Number(i), inner[i].Type);
        Expr covered = body;
        for (int i = 0; i < inner.Count; i++)
        {
            covered = covered.Replace(inner[i], Hidden(i));
        }

        Expr? slope = Of(covered, input);
        for (int i = 0; i < inner.Count; i++)
        {
            slope = slope?.Replace(Hidden(i), inner[i]);
        }

        return slope;
    }

    private static IEnumerable<Expr> Inner(Expr body) => body is OverClasses or LogSumExp or AtLabel
        ? [body]
        : body.Children().SelectMany(Inner).Distinct();

    // A factor does not meet what a mask or a step has put out: k·(m ? s : 0) is m ? k·s : 0, so that ∞ or NaN in k cannot spoil the 0.
    private static Expr? Product(Expr? left, Expr? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (Apply { Op: Op.GreaterStep } step, _) => Expr.Of(Op.WhereGreater, step.Arguments[0], step.Arguments[1], right),
        (not Constant, _) when Masked(right) is var (mask, slope) => Expr.Select(mask, left * slope, right.Like(0)),
        _ => left * right,
    };

    // m ? s : 0, or a constant times that.
    private static (Expr Mask, Expr Slope)? Masked(Expr expr) => expr switch
    {
        Apply { Op: Op.Select } select when select.Arguments[2] is Constant { Value.Value: 0.0 } => (select.Arguments[0], select.Arguments[1]),
        Apply { Op: Op.Multiply } product when product.Arguments[0] is Constant && Masked(product.Arguments[1]) is var (mask, slope) => (mask, product.Arguments[0] * slope),
        _ => null,
    };

    private static Expr? Sum(IEnumerable<Expr?> terms) =>
        terms.Where(static term => term is not null).Aggregate((Expr?)null, static (sum, term) => sum is null ? term : sum + term!);
}

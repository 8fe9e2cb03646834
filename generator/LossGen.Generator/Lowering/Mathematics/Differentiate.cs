using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Derivatives;
using LossGen.Generator.Lowering.Mathematics.Rules;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Lowering.Mathematics;

/// <summary>
/// Differentiates by the chain rule: ∂f(u₁, u₂, …)/∂x = Σ ∂f/∂uᵢ · ∂uᵢ/∂x, with the first factor from <see cref="DerivativeTable"/>. A term that does
/// not depend on x is omitted, never multiplied by 0.
/// </summary>
/// <remarks>
/// Along the class axis x is one class's element x_k, and a reduction r = ⊕_c f(x_c, s) over the classes, with s an inner reduction, depends on it in
/// two ways: directly at c = k, and through s at every c: ∂(Σ_c f)/∂x_k = f′(x_k) + (Σ_c ∂f/∂s) · ∂s/∂x_k.
/// </remarks>
internal static class Differentiate
{
    // Ops with a pole, or that grow faster than any power.
    private static readonly HashSet<Op> Infinite =
    [
        Op.Power, Op.GeneralPower, Op.PowerLessOne, Op.Exp, Op.ExpM1, Op.ExpRemainder, Op.Exp2, Op.Log, Op.Log2, Op.Log10, Op.LogToBase, Op.Log2P1, Op.Log10P1, Op.XLogY, Op.Log1P, Op.Tan, Op.Sinh, Op.Cosh, Op.Atanh,
        Op.LogGamma, Op.Digamma, Op.Trigamma, Op.Polygamma,
    ];

    public static Pass Pass { get; } = new(nameof(Differentiate), "takes the derivatives by the chain rule and the table of partial derivatives", Run)
    {
        Eliminates = NodeSet.Derivatives | NodeSet.Of(Op.StopGradient),
    };

    // What stops a gradient is the value itself once all are taken.
    public static LossKernel Run(LossKernel kernel) => kernel with
    {
        Body = kernel.Body
            .Rewrite(NodeSet.Derivatives, static e => e is Derivative derivative ? Whole(derivative.Value, derivative.Input) ?? derivative.Value.Like(0) : e)
            .Rewrite(NodeSet.Of(Op.StopGradient), static e => e is Apply { Op: Op.StopGradient } stopped ? stopped.Arguments[0] : e),
    };

    // A factor that does not depend on the input stays outside, next to another such factor: over classes, both are the same for a whole location.
    private static Expr? Whole(Expr value, Expr input)
    {
        if (value is not Apply { Op: Op.Multiply } product || product.Arguments[0].DependsOn(input))
        {
            return ReverseMode.Of(value, input);
        }

        (Expr factor, Expr? slope) = (product.Arguments[0], ReverseMode.Of(product.Arguments[1], input));
        return slope is Apply { Op: Op.Multiply } inner && input is Element && !inner.Arguments[0].DependsOnClass()
            ? Slopes.Product(Slopes.Product(factor, inner.Arguments[0]), inner.Arguments[1])
            : Slopes.Product(factor, slope);
    }

    /// <summary>Whether an expression may change with an input: the one mentioned or, along the class axis, the element of any class.</summary>
    public static bool DependsOn(this Expr expr, Expr input) =>
        input is Element { Tensor: var tensor } ? expr.Nodes(NodeSet.Elements).Any(part => ((Element)part).Tensor == tensor) : expr.Mentions(input);

    /// <summary>The derivative, or null if the value does not depend on the input; in the widest type of its parts.</summary>
    public static Expr? Of(Expr value, Expr input)
    {
        if (value == input)
        {
            return value.Like(1);
        }

        return value switch
        {
            Named named => Of(named.Value, input),
            Apply { Op: Op.Select } select => OfChoice(select, input),

            // log(a/b), where only b depends on the input, has one division: −∂b/b.
            Apply { Op: Op.Log } log when log.Arguments[0] is Apply { Op: Op.Divide } quotient && !quotient.Arguments[0].DependsOn(input) =>
                Slopes.Product(-(log.Like(1) / quotient.Arguments[1]), Of(quotient.Arguments[1], input)),

            // Narrowed only when complete: a part of a derivative may be outside the narrow type's range.
            Apply { Op: Op.Convert or Op.RoundToSingle } conversion => Of(conversion.Arguments[0], input),
            Apply apply => ByChainRule(apply, input),
            Element element => input is Element { Class: AxisIndex } && element.Tensor == ((Element)input).Tensor ? Expr.Select(OverClasses.IsLabel(element.Class), value.Like(1), value.Like(0)) : null,
            Reduce reduce when ReverseMode.HasLocals(reduce, input) => ReverseMode.Of(reduce, input),
            Reduce reduce => ThroughEachClass(reduce.ReadExcept().Term, input, WeightOf(reduce)),
            ReducePairs or AtOther => throw new InvalidOperationException($"{value} is not within a reduction over the classes."),
            _ => null,
        };
    }

    private static Expr? ByChainRule(Apply apply, Expr input)
    {
        Expr?[] partials = DerivativeTable.Partials(apply);
        Expr?[] slopes = [.. partials.Select((partial, i) => partial is null ? null : Of(apply.Arguments[i], input))];
        return apply.Op == Op.Divide && slopes is [{ } dividendSlope, { } divisorSlope] && QuotientRule.Of(apply, dividendSlope, divisorSlope) is { } whole
            ? whole
            : Slopes.Sum(partials.Select((partial, i) =>
                i == 0 && MayBePole(apply) ? Slopes.ProductWithPole(partial, slopes[i])
                : i == 1 && apply.Op == Op.Weigh && slopes[0] is not null ? Slopes.ProductWithPole(slopes[i], partial)
                : i == 1 && apply.Op == Op.Weigh && slopes[1] is { } slope && MayBeInfinite(slope) ? Expr.Of(Op.Weigh, partial!, slope)
                : Slopes.Product(partial, slopes[i])));
    }

    // Whether the derivative is infinite where the argument is 0.
    private static bool MayBePole(Apply apply) => apply.Op is Op.SquareRoot or Op.Power or Op.PowerLessOne && !Signs.IsPositive(apply.Arguments[0]);

    // Whether it may be infinite, by a pole or by growing faster than any power: what has the weight 0 adds nothing there either.
    private static bool MayBeInfinite(Expr slope) => slope.PostOrder().Any(static e => e is Apply apply && (Infinite.Contains(apply.Op) || apply is { Op: Op.Divide, Arguments: [_, not Constant] }));

    // The chosen side has its derivative, whatever that of the other would be.
    private static Expr? OfChoice(Apply select, Expr input) => (Of(select.Arguments[1], input), Of(select.Arguments[2], input)) switch
    {
        (null, null) => null,
        var (whenTrue, whenFalse) => Slopes.Choice(select.Arguments[0], whenTrue ?? select.Like(0), whenFalse ?? select.Like(0)),
    };

    // ∂r/∂f at each class: 1 for a sum, the probability for log-sum-exp, 1 or 0 for a maximum.
    private static Expr WeightOf(Reduce reduce)
    {
        (Expr? label, Expr term) = reduce.ReadExcept();
        Expr weight = reduce.Reduction == Reduction.LogSumExp ? Expr.Exp(term - reduce)
            : reduce.Reduction.IsSum ? reduce.Like(1)
            : reduce.Reduction == Reduction.PropagatingMaximum ? Expr.Select(IsFirst(reduce), reduce.Like(1), reduce.Like(0))
            : throw new InvalidOperationException($"A formula may not hold {reduce}: {reduce.Reduction.Name} over classes has no derivative here.");
        return label is null ? weight : Expr.Select(OverClasses.IsLabel(label), weight.Like(0), weight);
    }

    // Whether a class is the first that attains the maximum.
    private static Expr IsFirst(Reduce maximum)
    {
        Expr place = OverClasses.Index.To(maximum.Type.Scalar);
        Expr first = -OverClasses.Maximum(Expr.Select(Expr.Of(Op.Equal, maximum.Body, maximum), -place, place.Like(double.NegativeInfinity)));
        return Expr.Of(Op.Equal, place, first.As("first"));
    }

    /// <summary>∂(Σ_c weight·f(c))/∂input, the weights held fixed.</summary>
    public static Expr? ThroughEachClass(Expr body, Expr input, Expr weight)
    {
        // An element of the input is that of one class, at which the sum has one such term; any other input is one of all terms.
        Expr? direct = Slopes.Product(weight, OfOutermost(body, input));
        direct = direct is null || input is Element { Class: AxisIndex } ? direct : SumOf(direct);
        return Slopes.Sum(Inner(body).Select(inner => OfOutermost(body, inner) is not { } slope ? null
            : inner is ReducePairs pairs ? ThroughPairs(pairs, Slopes.Product(weight, slope)!, input)
            : Of(inner, input) is { } innerSlope ? Slopes.Product(SumOf(Slopes.Product(weight, slope)!), innerSlope)
            : null).Prepend(direct));
    }

    /// <summary>
    /// ∂(Σ_c weight(c)·Σ_d f(c, d))/∂input, the weights held fixed. The input's element is that of one class k, which pairs are with as the first, Σ_d ∂f(k, d), and as the other,
    /// Σ_c weight(c)·∂f(c, k).
    /// </summary>
    private static Expr? ThroughPairs(ReducePairs pairs, Expr weight, Expr input)
    {
        if (!pairs.Reduction.IsSum)
        {
            throw new InvalidOperationException($"A formula may not hold {pairs}: only a sum over pairs has a derivative here.");
        }

        bool isElement = input is Element { Class: AxisIndex };
        Expr? direct = AsFirst(OfOutermost(pairs.Body, input));
        return Slopes.Sum(Inner(pairs.Body).Select(inner => OfOutermost(pairs.Body, inner) is not { } slope ? null
            : inner is Element { Class: OtherIndex } other ? (isElement && other.Tensor == ((Element)input).Tensor ? AsOther(slope) : null)
            : inner is ReducePairs first ? ThroughPairs(first, AsFirst(slope)!, input)
            : inner is AtOther { Value: var second } ? ThroughPairs(second, AsOther(slope), input)
            : Of(inner, input) is { } innerSlope ? Slopes.Product(OverClasses.Sum(AsFirst(slope)!), innerSlope)
            : null).Prepend(direct is null || isElement ? direct : OverClasses.Sum(direct)));

        Expr? AsFirst(Expr? slope) => slope is null ? null : Slopes.Product(weight, OverClasses.SumOfPairs(slope));

        Expr AsOther(Expr slope) => OverClasses.SumOfPairs(Slopes.Product(weight, slope)!.Exchanged());
    }

    // ∂body/∂by with its inner reductions, and elements at other classes, held fixed, but for the one that it is by: variables replace them meanwhile.
    private static Expr? OfOutermost(Expr body, Expr by)
    {
        Expr[] inner = [.. Inner(body)];
        Variable[] hidden = [.. inner.Select(static (part, i) => new Variable("hidden" + Number(i), part.Type))];
        return Of(Covered(body), Covered(by))?.Rewrite(part => part is Variable variable && Array.IndexOf(hidden, variable) is >= 0 and var i ? inner[i] : part);

        // Not what an inner reduction contains: that counts through it alone.
        Expr Covered(Expr expr) => Array.IndexOf(inner, expr) is >= 0 and var i ? hidden[i] : expr.MapChildren(Covered);
    }

    // Σ_c (c = g ? t : 0) is t at g.
    private static Expr SumOf(Expr term) => term is Apply { Op: Op.Select } choice && choice.Arguments[0].IsLabelTest() && choice.Arguments[2] is Constant { Value.Value: 0.0 }
        ? LogitsOf.At(choice.Arguments[1], ((Apply)choice.Arguments[0]).Arguments[1])
        : OverClasses.Sum(term);

    private static IEnumerable<Expr> Inner(Expr body) => body is AnyReduction or AtOther or Element { Class: not AxisIndex }
        ? [body]
        : body.Children().SelectMany(Inner).Distinct();
}

using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics.Derivatives;

/// <summary>
/// Arithmetic with derivatives, some of which a <em>mask</em> zeroes: (m ? s : 0), or the part of s that a maximum passes on. A factor does not meet
/// what is zeroed: k·(m ? s : 0) is m ? k·s : 0, so that ∞ or NaN in k cannot spoil the 0.
/// </summary>
internal static class Slopes
{
    /// <summary>The product of two derivatives; null if one of them is.</summary>
    public static Expr? Product(Expr? left, Expr? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        _ when left.Type.Scalar != right.Type.Scalar => Product(Wide(left), Wide(right)),

        // Constants come first, where a mask after one is looked for.
        (not Constant, Constant) when IsMasked(left) => IsOne(right) ? left : right * left,
        (not Constant, _) when Masked(right) is var (mask, slope) => Expr.Select(mask, Product(left, slope)!, right.Like(0)),
        (Apply { Op: Op.Select } choice, not Constant) when IsMasked(choice) => Expr.Select(choice.Arguments[0], OnSide(choice.Arguments[1], right), OnSide(choice.Arguments[2], right)),
        (not Constant, Apply { Op: Op.Select } choice) when IsMasked(choice) => Expr.Select(choice.Arguments[0], OnSide(choice.Arguments[1], left), OnSide(choice.Arguments[2], left)),

        // A constant does no harm outside.
        (Apply { Op: Op.Multiply } product, not Constant) when product.Arguments[0] is Constant && IsMasked(product) => product.Arguments[0] * Product(product.Arguments[1], right)!,
        (not Constant, Apply { Op: Op.Multiply } product) when product.Arguments[0] is Constant && IsMasked(product) => product.Arguments[0] * Product(left, product.Arguments[1])!,
        (Apply { Op: Op.Add } sum, not Constant) when IsMasked(sum) => Product(sum.Arguments[0], right)! + Product(sum.Arguments[1], right)!,
        (not Constant, Apply { Op: Op.Add } sum) when IsMasked(sum) => Product(left, sum.Arguments[0])! + Product(left, sum.Arguments[1])!,

        // Inside choices: a step turns NaN into NaN, which a choice may also zero.
        (Apply { Op: Op.WhereGreater or Op.WhereNotGreater } step, _) => Step(step, IsOne(step.Arguments[2]) ? right : Product(step.Arguments[2], right)!),
        (_, Apply { Op: Op.WhereGreater or Op.WhereNotGreater } step) => Step(step, IsOne(step.Arguments[2]) ? left : Product(left, step.Arguments[2])!),
        _ => left * right,
    };

    /// <summary>
    /// The product of the derivative of a root, a power or a logarithm, which may be infinite, and another factor. Where that factor is 0, as at the
    /// origin of a norm, 0 is a subgradient or the limit. A pole k/s cancels the factor s, as in the derivative log x + 1 of x·log x.
    /// </summary>
    public static Expr? ProductWithPole(Expr? pole, Expr? slope) =>
        pole is null || slope is null or Constant || IsMasked(slope) || slope.Type != pole.Type ? Product(pole, slope)
        : Simplify.Expression(pole) is Apply { Op: Op.Divide } quotient && quotient.Arguments[1] == slope ? quotient.Arguments[0]
        : Expr.Of(Op.MultiplyOrZero, slope, pole);

    /// <summary>The sum of the terms that are not null; null if all are.</summary>
    public static Expr? Sum(IEnumerable<Expr?> terms) => terms.Where(static term => term is not null).Aggregate((Expr?)null, static (sum, term) =>
        sum is null ? term : sum.Type.Scalar == term!.Type.Scalar ? sum + term : Wide(sum) + Wide(term));

    /// <summary>One derivative or the other.</summary>
    public static Expr Choice(Expr condition, Expr whenTrue, Expr whenFalse) =>
        whenTrue.Type.Scalar == whenFalse.Type.Scalar ? Expr.Select(condition, whenTrue, whenFalse) : Expr.Select(condition, Wide(whenTrue), Wide(whenFalse));

    /// <summary>A derivative in another type. Masks stay outermost, where a product with it looks for them.</summary>
    public static Expr Converted(Expr slope, ScalarType scalar)
    {
        if (slope.Type.Scalar == scalar)
        {
            return slope;
        }

        return slope switch
        {
            Constant constant => constant with { Type = constant.Type with { Scalar = scalar } },
            Apply { Op: Op.WhereGreater } step => Chosen(Expr.Of(Op.LessThan, step.Arguments[1], step.Arguments[0]), Expr.Of(Op.LessThanOrEqual, step.Arguments[0], step.Arguments[1]), step),
            Apply { Op: Op.WhereNotGreater } step => Chosen(Expr.Of(Op.LessThanOrEqual, step.Arguments[0], step.Arguments[1]), Expr.Of(Op.LessThan, step.Arguments[1], step.Arguments[0]), step),
            Apply { Op: Op.Select } choice when IsMasked(choice) => Expr.Select(choice.Arguments[0], Converted(choice.Arguments[1], scalar), Converted(choice.Arguments[2], scalar)),
            Apply { Op: Op.Add or Op.Multiply } both when IsMasked(both) => Expr.Of(both.Op, Converted(both.Arguments[0], scalar), Converted(both.Arguments[1], scalar)),
            _ => slope.To(scalar),
        };

        // What a step passes on, 0, or NaN: comparisons stay in the type that they compare.
        Expr Chosen(Expr isLeft, Expr isPutOut, Apply step)
        {
            Expr left = Converted(step.Arguments[2], scalar);
            return Expr.Select(isLeft, left, Expr.Select(isPutOut, left.Like(0), (step.Arguments[0] + step.Arguments[1]).To(scalar)));
        }
    }

    // For operations on derivatives of both types.
    private static Expr Wide(Expr slope) => Converted(slope, ScalarType.Double);

    private static Expr Step(Apply step, Expr slope) => Expr.Of(step.Op, step.Arguments[0], step.Arguments[1], slope);

    private static Expr OnSide(Expr side, Expr factor) => IsZero(side) ? side : Product(side, factor)!;

    // Whether it may be zeroed: a step, a choice with a side that is 0 or masked, a sum of masked terms, or a constant times a masked one.
    private static bool IsMasked(Expr expr) => expr switch
    {
        Apply { Op: Op.WhereGreater or Op.WhereNotGreater } => true,
        Apply { Op: Op.Select } choice => IsZero(choice.Arguments[1]) || IsZero(choice.Arguments[2]) || IsMasked(choice.Arguments[1]) || IsMasked(choice.Arguments[2]),
        Apply { Op: Op.Add } sum => IsMasked(sum.Arguments[0]) && IsMasked(sum.Arguments[1]),
        Apply { Op: Op.Multiply } product => product.Arguments[0] is Constant && IsMasked(product.Arguments[1]),
        _ => false,
    };

    private static bool IsZero(Expr expr) => expr is Constant { Value.Value: 0.0 };

    private static bool IsOne(Expr expr) => expr is Constant { Value.Value: 1.0 };

    // m ? s : 0, or a constant times that.
    private static (Expr Mask, Expr Slope)? Masked(Expr expr) => expr switch
    {
        Apply { Op: Op.Select } select when IsZero(select.Arguments[2]) => (select.Arguments[0], select.Arguments[1]),
        Apply { Op: Op.Multiply } product when product.Arguments[0] is Constant && Masked(product.Arguments[1]) is var (mask, slope) => (mask, product.Arguments[0] * slope),
        _ => null,
    };
}

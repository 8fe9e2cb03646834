using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Rules;

namespace LossGen.Generator.Lowering.Mathematics.Softmax;

/// <summary>
/// Logits z_c = a·u_c + b, where a and b are the same for all classes: a temperature, a scale, the factor of a cap. A distance is z_c − z_k = a·(u_c −
/// u_k), of which the difference is rounded relative to itself; a difference of products would be rounded relative to the products. The b cancels.
/// </summary>
internal sealed class CommonScale
{
    // a·… as the factors that are applied one after another, inner ones first.
    private readonly List<(Expr Factor, bool Divides)> factors = [];
    private readonly Func<Expr, Expr> whole;

    private CommonScale(Expr logits)
    {
        whole = static inner => inner;
        Inner = logits;
        while (Outermost(Inner) is var (inner, factor, divides, shift, rebuild))
        {
            // Outer factors apply to it.
            if (shift is not null)
            {
                Expr scaled = OfDifference(shift);
                Shift = Shift is null ? scaled : Shift + scaled;
            }

            Func<Expr, Expr> outer = whole;
            whole = part => outer(rebuild(part));
            Inner = inner;
            if (factor is not null)
            {
                factors.Insert(0, (factor, divides));
            }
        }
    }

    /// <summary>u_c</summary>
    public Expr Inner { get; }

    /// <summary>The scale of logits; of such that have none, 1.</summary>
    public static CommonScale Of(Expr logits) => new(logits);

    /// <summary>b; null for none.</summary>
    public Expr? Shift { get; }

    /// <summary>a·u</summary>
    public Expr Unshifted => OfDifference(Inner);

    /// <summary>a·u + b from u.</summary>
    public Expr Whole(Expr inner) => whole(inner);

    /// <summary>a·d from a difference d, in the type of d.</summary>
    public Expr OfDifference(Expr difference)
    {
        if (factors.Count > 1 && factors.All(static each => each.Factor is Constant))
        {
            double product = factors.Aggregate(1.0, static (all, each) => each.Divides ? all / Value(each.Factor) : all * Value(each.Factor));
            return difference.Like(product) * difference;
        }

        return factors.Aggregate(difference, (all, each) => each.Divides ? all / In(each.Factor) : In(each.Factor) * all);

        Expr In(Expr factor) => factor is Constant constant ? difference.Like(constant.Value.Value) : factor.To(difference.Type.Scalar);
    }

    /// <summary>u at the class whose z is the greatest: the greatest u or, for a negative a, the least.</summary>
    /// <param name="except">A label that is not considered.</param>
    /// <param name="name">Its name.</param>
    public Expr AtMaximum(Expr? except, string name)
    {
        Expr? sign = Sign();
        Expr maximum = OverClasses.Maximum(sign is null ? Inner : sign * Inner) is var all && except is not null ? all.Except(except) : all;
        return (sign is null ? maximum : sign * maximum).As(name);
    }

    // 1 or −1 where it may be negative; null where it is not.
    private Expr? Sign()
    {
        double known = 1;
        Expr? sign = null;
        foreach (Expr factor in factors.Select(static each => each.Factor).Where(static factor => !Signs.IsNotNegative(factor)))
        {
            if (factor is Constant)
            {
                known = -known;
            }
            else
            {
                Expr one = Expr.Select(Expr.Of(Op.LessThan, factor, factor.Like(0)), Inner.Like(-1), Inner.Like(1)).As("sign");
                sign = sign is null ? one : sign * one;
            }
        }

        return known > 0 ? sign : sign is null ? Inner.Like(-1) : -sign;
    }

    private static double Value(Expr factor) => ((Constant)factor).Value.Value;

    // What a scale or a shift that all classes share is applied to, and the scale.
    private static (Expr Inner, Expr? Factor, bool Divides, Expr? Shift, Func<Expr, Expr> Rebuild)? Outermost(Expr logits) => logits.Unnamed() is not Apply { Arguments: { Count: 1 or 2 } arguments } apply ? null : (apply.Op, arguments[0].DependsOnClass(), arguments[arguments.Count - 1].DependsOnClass()) switch
    {
        (Op.Multiply, false, true) => (arguments[1], arguments[0], false, null, part => arguments[0] * part),
        (Op.Multiply, true, false) => (arguments[0], arguments[1], false, null, part => part * arguments[1]),
        (Op.Divide, true, false) => (arguments[0], arguments[1], true, null, part => part / arguments[1]),
        (Op.Add, true, false) => (arguments[0], null, false, arguments[1], part => part + arguments[1]),
        (Op.Add, false, true) => (arguments[1], null, false, arguments[0], part => arguments[0] + part),
        (Op.Subtract, true, false) => (arguments[0], null, false, -arguments[1], part => part - arguments[1]),
        (Op.Subtract, false, true) => (arguments[1], arguments[1].Like(-1), false, arguments[0], part => arguments[0] - part),
        (Op.Negate, true, _) => (arguments[0], arguments[0].Like(-1), false, null, static part => -part),
        _ => null,
    };
}

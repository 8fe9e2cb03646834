using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics.Derivatives;

namespace LossGen.Generator.Lowering.Mathematics;

/// <summary>
/// Expresses ops that no dialect prints by ops that they do. Runs while everything is still scalar mathematics, so that what expansions have in
/// common is shared like anything else.
/// </summary>
internal static partial class Legalise
{
    /// <param name="isPrintable">Whether the target prints an op of a type.</param>
    public static Pass PassFor(Func<Op, IrType, bool> isPrintable) => new(nameof(Legalise), "expresses ops that no dialect prints by ops that they print", kernel => Run(kernel, isPrintable))
    {
        Forbids = NodeSet.Derivatives | NodeSet.PendingReductions,
    };

    private static readonly Dictionary<Op, Func<Apply, Expr>> Expansions = new()
    {
        [Op.MultiplyOrZero] = static e => Expr.Select(Expr.Of(Op.Equal, e.Arguments[0], e.Like(0)), e.Like(0), e.Arguments[0] * e.Arguments[1]),
        [Op.Weigh] = static e => Weigh(e.Arguments[0], e.Arguments[1]),
        [Op.Square] = static e => e.Arguments[0] * e.Arguments[0],

        [Op.GeneralPower] = static e => Expr.Of(Op.Power, e.Arguments[0], e.Arguments[1]),
        [Op.XLogY] = static e => XLogY(e.Arguments[0], e.Arguments[1]),

        // Where a is −∞, 0 is multiplied by a finite number.
        [Op.Swish] = static e => Expr.Of(Op.Maximum, e.Arguments[0], e.Like(-DerivativeTable.Beyond)) * Expr.Of(Op.Sigmoid, e.Arguments[0]),
        [Op.Sign] = static e => Sign(e.Arguments[0]),
        [Op.RootOfSquarePlus] = static e => RootOfSquarePlus(e.Arguments[0], e.Arguments[1]),
        [Op.RootExcess] = static e => RootExcess(e.Arguments[0], e.Arguments[1]),
        [Op.Sigmoid] = static e => Sigmoid(e.Arguments[0]),
        [Op.Softplus] = static e => Expr.Of(Op.Maximum, e.Arguments[0], e.Like(0)) + Expr.Log1P(Decay(e.Arguments[0])),
        [Op.LogAddExp] = static e => LogAddExp(e.Arguments[0], e.Arguments[1]),
        [Op.Log1MExp] = static e => Log1MExp(e.Arguments[0]),
        [Op.LogCosh] = static e => LogCosh(e.Arguments[0]),
        [Op.LogCoshSlope] = static e => LogCoshSlope(e.Arguments[0]),

        [Op.Maximum] = static e => Choice(Op.FastMaximum, Expr.Of(Op.LessThan, e.Arguments[0], e.Arguments[1]), e),
        [Op.Minimum] = static e => Choice(Op.FastMinimum, Expr.Of(Op.LessThan, e.Arguments[1], e.Arguments[0]), e),
        [Op.LogProbability] = static e => Expr.Log(DerivativeTable.Clamped(e.Arguments[0])),
        [Op.WhereGreater] = static e => WhereGreater(e.Arguments[0], e.Arguments[1], e.Arguments[2]),
        [Op.WhereNotGreater] = static e => WhereNotGreater(e.Arguments[0], e.Arguments[1], e.Arguments[2]),

        // y/x and (1 − y)/(1 − x) would be infinite at the ends, where x = y ought to give 0.
        [Op.BinaryCrossEntropySlope] = static e => (e.Arguments[0] - e.Arguments[1]) / DerivativeTable.Variance(e.Arguments[0]),
        [Op.NegativeLogit] = static e => NegativeLogit(e.Arguments[0]),
        [Op.BinaryCrossEntropy] = static e => BinaryCrossEntropy(e.Arguments[0], e.Arguments[1]),
    };

    public static bool Expands(Op op) => Expansions.ContainsKey(op);

    public static LossKernel Run(LossKernel kernel, Func<Op, IrType, bool> isPrintable) => kernel with
    {
        Body = kernel.Body.Rewrite(NodeSet.Of(Op.Sigmoid), e => SigmoidSlope(e, isPrintable)).Rewrite(NodeSet.Ops, e => Node(e, isPrintable)),
    };

    public static Expr Expression(Expr expr, Func<Op, IrType, bool> isPrintable) => expr.Rewrite(e => SigmoidSlope(e, isPrintable)).Rewrite(e => Node(e, isPrintable));

    // An expansion may itself contain an op to be expanded.
    private static Expr Node(Expr expr, Func<Op, IrType, bool> isPrintable) =>
        expr is not Apply apply ? expr
        : Power(apply) is { } products ? products
        : !isPrintable(apply.Op, apply.Type) && Expansions.TryGetValue(apply.Op, out Func<Apply, Expr>? expand) ? expand(apply).Rewrite(e => Node(e, isPrintable))
        : expr;

    // a√a only here: the derivative of the power at 0 is 0, that of the product would be 0/0.
    private static Expr? Power(Apply apply) =>
        apply.Op == Op.Power && apply.Arguments[1].Unnamed() is Constant { Value.Value: 1.5 } ? apply.Arguments[0] * Expr.SquareRoot(apply.Arguments[0]) : null;

    // With a constant, which is not NaN, a single operation, which returns its second operand if the comparison is unordered. Otherwise a comparison
    // with NaN fails, and has to leave the argument that is NaN: the second if it is, else the first.
    private static Expr Choice(Op native, Expr takesSecond, Apply e) => (e.Arguments[0], e.Arguments[1]) switch
    {
        (var value, Constant limit) => Expr.Of(native, limit, value),
        (Constant limit, var value) => Expr.Of(native, limit, value),
        var (first, second) => Expr.Select(takesSecond, second, Expr.Select(Expr.Of(Op.IsNumber, second), first, second)),
    };

    private static Expr Weigh(Expr weight, Expr value) => Expr.Select(
        Expr.Of(Op.And, Expr.Of(Op.Equal, weight, weight.Like(0)), Expr.Of(Op.IsNumber, value)),
        value.Like(0),
        weight * value);

    private static Expr XLogY(Expr a, Expr b) => Expr.Select(
        Expr.Of(Op.And, Expr.Of(Op.Equal, a, a.Like(0)), Expr.Of(Op.IsNumber, b)),
        a.Like(0),
        a * Expr.Log(b));

    private static Expr Sign(Expr a) => Expr.Select(Expr.Of(Op.LessThan, a.Like(0), a), a.Like(1), Expr.Select(Expr.Of(Op.LessThan, a, a.Like(0)), a.Like(-1), a));

    // exp(−|a|), from 0 to 1: a sigmoid and its logarithm in terms of it never overflow.
    private static Expr Decay(Expr a) =>
        new Within(Expr.Exp(new Within(-Expr.Of(Op.Absolute, a), double.NegativeInfinity, 0)).As("decay"), 0, 1);

    // 1/(1 + exp(−a)) where a ≥ 0, otherwise exp(a)/(1 + exp(a)): both sides of a sigmoid share the quotient.
    private static Expr Sigmoid(Expr a) => Expr.Select(Expr.Of(Op.LessThan, a, a.Like(0)), Decay(a) * Greater(a), Greater(a));

    private static Expr Greater(Expr a) => (a.Like(1) / (a.Like(1) + Decay(a))).As("greater");

    // One side of the sigmoid is the greater, the other the decay times that, whatever the sign of a.
    private static Expr SigmoidSlope(Expr expr, Func<Op, IrType, bool> isPrintable) =>
        expr is Apply { Op: Op.Multiply } product && !isPrintable(Op.Sigmoid, product.Type)
            && product.Arguments[0].Unnamed() is Apply { Op: Op.Sigmoid } left && product.Arguments[1].Unnamed() is Apply { Op: Op.Sigmoid } right
            && (left.Arguments[0] == -right.Arguments[0] || right.Arguments[0] == -left.Arguments[0])
            && (right.Arguments[0] == -left.Arguments[0] ? left : right).Arguments[0] is var a
            ? Decay(a) * Greater(a) * Greater(a)
            : expr;

    // max(a, b) + log(1 + exp(−|a − b|)); for two equal infinities the difference would be NaN.
    private static Expr LogAddExp(Expr a, Expr b)
    {
        Expr distance = Expr.Select(Expr.Of(Op.Equal, a, b), a.Like(0), a - b);
        return Expr.Of(Op.Maximum, a, b) + Expr.Log1P(Decay(distance));
    }

    // log(−expm1(a)) where eᵃ is above ½, log1p(−exp(a)) where it is below: 1 − eᵃ would have lost digits in the first case, its logarithm in the second.
    private static Expr Log1MExp(Expr a) => Expr.Select(
        Expr.Of(Op.LessThan, a, a.Like(-Math.Log(2))),
        Expr.Log1P(-Expr.Exp(a)),
        Expr.Log(DerivativeTable.Complement(a)));

    // With m = exp(−|a|) − 1: cosh a − 1 is m²/(2(1 + m)), accurate to all digits where a is small; beyond 1, |a| − log 2 + log(1 + exp(−2|a|)) does not overflow.
    private static Expr LogCosh(Expr a)
    {
        (Expr magnitude, Expr decayLessOne, Expr decay) = DecayLessOne(a);
        Expr isSmall = Expr.Of(Op.LessThan, magnitude, a.Like(1));
        Expr excess = Expr.Select(isSmall, (0.5 * (decayLessOne * decayLessOne)) / decay, decay * decay);
        return Expr.Select(isSmall, a.Like(0), magnitude - Math.Log(2)) + Expr.Log1P(new Within(excess, 0, 1));
    }

    // tanh |a| is −m(2 + m)/(1 + (1 + m)²), where nothing cancels either.
    private static Expr LogCoshSlope(Expr a)
    {
        (_, Expr decayLessOne, Expr decay) = DecayLessOne(a);
        Expr negative = ((decayLessOne * (a.Like(2) + decayLessOne)) / (a.Like(1) + (decay * decay))).As("negativeSlope");
        return Expr.Select(Expr.Of(Op.LessThan, a, a.Like(0)), negative, -negative);
    }

    private static (Expr Magnitude, Expr DecayLessOne, Expr Decay) DecayLessOne(Expr a)
    {
        Expr magnitude = Expr.Of(Op.Absolute, a).As("magnitude");
        Expr decayLessOne = Expr.Of(Op.ExpM1, -magnitude).As("decayLessOne");
        return (magnitude, decayLessOne, (a.Like(1) + decayLessOne).As("decay"));
    }

    private static Expr BinaryCrossEntropy(Expr x, Expr y)
    {
        Expr AtLeastMinus100(Expr logarithm) => Expr.Of(Op.Maximum, logarithm, x.Like(-100));
        return -((y * AtLeastMinus100(Expr.Log(x))) + ((y.Like(1) - y) * AtLeastMinus100(Expr.Log1P(-x))));
    }

    // Where neither is greater than a 0, their maximum is the required 0 or NaN, and often computed already.
    private static Expr WhereGreater(Expr a, Expr b, Expr value) => Expr.Select(
        Expr.Of(Op.LessThan, b, a),
        value,
        b is Constant { Value.Value: 0 } ? Expr.Of(Op.Maximum, a, b) : Expr.Select(Expr.Of(Op.LessThanOrEqual, a, b), value.Like(0), a + b));

    private static Expr WhereNotGreater(Expr a, Expr b, Expr value) => Expr.Select(
        Expr.Of(Op.LessThanOrEqual, a, b),
        value,
        a is Constant { Value.Value: 0 } ? Expr.Of(Op.Maximum, a, b) : Expr.Select(Expr.Of(Op.LessThan, b, a), value.Like(0), a + b));

    // ±log1p(2·|½ − x| / min(x, 1 − x)): near ½, where the two logarithms cancel, ½ − x is exact.
    private static Expr NegativeLogit(Expr x)
    {
        Expr fromHalf = x.Like(0.5) - x;
        Expr ratio = (2.0 * Expr.Of(Op.Absolute, fromHalf)) / Expr.Of(Op.Minimum, x, x.Like(1) - x);
        Expr magnitude = Expr.Of(Op.Minimum, Expr.Log1P(ratio), x.Like(100));
        return Expr.Select(Expr.Of(Op.LessThan, fromHalf, x.Like(0)), -magnitude, magnitude);
    }
}

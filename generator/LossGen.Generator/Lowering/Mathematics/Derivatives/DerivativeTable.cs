using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Mathematics.Derivatives;

/// <summary>
/// The partial derivatives of each op with respect to its arguments. An op without a derivative (comparisons, positions, lanes) has an empty row:
/// what depends on an input through it is constant almost everywhere.
/// </summary>
internal static class DerivativeTable
{
    /// <summary>A number beyond which a sigmoid is 0 or 1; finite in every type.</summary>
    public const double Beyond = 1e30;

    private static readonly Func<Apply, Expr?[]> Constant = static _ => [];

    private static readonly Dictionary<Op, Func<Apply, Expr?[]>> Rows = new()
    {
        [Op.Add] = static e => [e.Like(1), e.Like(1)],
        [Op.Subtract] = static e => [e.Like(1), e.Like(-1)],
        [Op.Multiply] = static e => [e.Arguments[1], e.Arguments[0]],
        [Op.MultiplyOrZero] = static e => [e.Arguments[1], e.Arguments[0]],
        [Op.Weigh] = static e => [e.Arguments[1], e.Arguments[0]],
        [Op.Divide] = static e => [e.Like(1) / e.Arguments[1], -(e / e.Arguments[1])],
        [Op.Negate] = static e => [e.Like(-1)],
        [Op.Square] = static e => [2.0 * e.Arguments[0]],
        [Op.FusedMultiplyAdd] = static e => [e.Arguments[1], e.Arguments[0], e.Like(1)],

        [Op.SquareRoot] = static e => [e.Like(0.5) / e],
        [Op.RootOfSquarePlus] = static e => [OverRoot(e.Arguments[0], e, e.Arguments[1]), e.Like(0.5) / e],
        [Op.RootExcess] = RootExcessSlopes,

        [Op.Power] = static e => [Expr.Of(Op.MultiplyOrZero, e.Arguments[1], PowerLessOne(e)), e * Expr.Log(e.Arguments[0])],
        [Op.GeneralPower] = SlopesOfGeneralPower,
        [Op.PowerLessOne] = static e =>
            [(e.Arguments[1] - 1.0) * Expr.Power(e.Arguments[0], e.Arguments[1] - 2.0), Expr.Power(e.Arguments[0], e.Arguments[1] - 1.0) * Expr.Log(e.Arguments[0]), e.Like(0)],

        // At the origin, where every directional derivative exists but no gradient, 0.
        [Op.Hypotenuse] = static e => [ShareOf(e, e.Arguments[0]), ShareOf(e, e.Arguments[1])],
        [Op.CubeRoot] = static e => [e.Like(1.0 / 3) / Expr.Square(e)],

        // 0 at 0, the middle of the subdifferential.
        [Op.Absolute] = static e => [Expr.Of(Op.Sign, e.Arguments[0])],
        [Op.Sign] = Constant,
        [Op.Floor] = Constant,
        [Op.Round] = Constant,

        // At a tie, the second argument's, so that max(x, 0) has derivative 0 at 0.
        [Op.Minimum] = static e => [Where(Op.WhereGreater, e.Arguments[1], e.Arguments[0]), Where(Op.WhereNotGreater, e.Arguments[1], e.Arguments[0])],
        [Op.Maximum] = static e => [Where(Op.WhereGreater, e.Arguments[0], e.Arguments[1]), Where(Op.WhereNotGreater, e.Arguments[0], e.Arguments[1])],
        [Op.FastMinimum] = static e => [Where(Op.WhereGreater, e.Arguments[1], e.Arguments[0]), Where(Op.WhereNotGreater, e.Arguments[1], e.Arguments[0])],
        [Op.FastMaximum] = static e => [Where(Op.WhereGreater, e.Arguments[0], e.Arguments[1]), Where(Op.WhereNotGreater, e.Arguments[0], e.Arguments[1])],
        [Op.Exp] = static e => [e],
        [Op.ExpNonPositive] = static e => [e],
        [Op.ExpM1] = static e => [Expr.Exp(e.Arguments[0])],
        [Op.ExpRemainder] = static e => [Expr.Of(Op.ExpM1, e.Arguments[0])],
        [Op.Exp2] = static e => [Math.Log(2) * e],
        [Op.Log2] = static e => [e.Like(1 / Math.Log(2)) / e.Arguments[0]],
        [Op.Sigmoid] = static e => [e * Expr.Of(Op.Sigmoid, -e.Arguments[0])],
        [Op.Softplus] = static e => [Expr.Of(Op.Sigmoid, e.Arguments[0])],
        [Op.LogAddExp] = static e => [Expr.Of(Op.Sigmoid, e.Arguments[0] - e.Arguments[1]), Expr.Of(Op.Sigmoid, e.Arguments[1] - e.Arguments[0])],
        [Op.Log1MExp] = static e => [-(Expr.Exp(e.Arguments[0]) / Complement(e.Arguments[0]))],
        [Op.LogCosh] = static e => [Expr.Of(Op.LogCoshSlope, e.Arguments[0])],

        [Op.LogCoshSlope] = TanhSlope,
        [Op.Tanh] = TanhSlope,
        [Op.Sin] = static e => [Expr.Of(Op.Cos, e.Arguments[0])],
        [Op.Cos] = static e => [-Expr.Of(Op.Sin, e.Arguments[0])],
        [Op.SineRemainder] = static e => [Expr.Of(Op.OneMinusCosine, e.Arguments[0])],
        [Op.OneMinusCosine] = static e => [Expr.Of(Op.Sin, e.Arguments[0])],
        [Op.Tan] = static e => [e.Like(1) + Expr.Square(e)],

        // 1 − a² as a product: near ±1 each difference is exact.
        [Op.Asin] = static e => [e.Like(1) / Expr.SquareRoot(OneMinusSquare(e.Arguments[0]))],
        [Op.Acos] = static e => [e.Like(-1) / Expr.SquareRoot(OneMinusSquare(e.Arguments[0]))],
        [Op.Atan] = static e => [e.Like(1) / (e.Like(1) + Expr.Square(e.Arguments[0]))],
        [Op.Atan2] = static e => [SlopeOfAngle(e.Arguments[1], e), -SlopeOfAngle(e.Arguments[0], e)],
        [Op.Sinh] = static e => [Expr.Of(Op.Cosh, e.Arguments[0])],
        [Op.Cosh] = static e => [Expr.Of(Op.Sinh, e.Arguments[0])],
        [Op.Asinh] = static e => [e.Like(1) / Expr.Of(Op.RootOfSquarePlus, e.Arguments[0], e.Like(1))],
        [Op.Acosh] = static e => [e.Like(1) / (Expr.SquareRoot(e.Arguments[0] - 1.0) * Expr.SquareRoot(e.Arguments[0] + 1.0))],
        [Op.Atanh] = static e => [e.Like(1) / OneMinusSquare(e.Arguments[0])],
        [Op.Log10] = static e => [e.Like(1 / Math.Log(10)) / e.Arguments[0]],
        [Op.LogToBase] = static e => [e.Like(1) / (e.Arguments[0] * Expr.Log(e.Arguments[1])), -(e / (e.Arguments[1] * Expr.Log(e.Arguments[1])))],
        [Op.Log2P1] = static e => [e.Like(1 / Math.Log(2)) / (e.Like(1) + e.Arguments[0])],
        [Op.Log10P1] = static e => [e.Like(1 / Math.Log(10)) / (e.Like(1) + e.Arguments[0])],
        [Op.XLogY] = static e => [Expr.Log(e.Arguments[1]), Expr.Select(Expr.Of(Op.Equal, e.Arguments[0], e.Like(0)), e.Like(0), e.Arguments[0] / e.Arguments[1])],

        // σ(a) + a·σ(a)·σ(−a); an infinite a would be multiplied by 0.
        [Op.Swish] = static e => [SlopeOfSwish(e.Arguments[0])],
        [Op.Erf] = static e => [Expr.Of(Op.ErfSlope, e.Arguments[0])],
        [Op.Erfc] = static e => [-Expr.Of(Op.ErfSlope, e.Arguments[0])],
        [Op.ErfSlope] = static e => [-2.0 * (e.Arguments[0] * e)],
        [Op.NormalCdf] = static e => [Expr.Of(Op.NormalDensity, e.Arguments[0])],
        [Op.LogNormalCdf] = static e => [Expr.Of(Op.InverseMillsRatio, e.Arguments[0])],
        [Op.NormalDensity] = static e => [-(e.Arguments[0] * e)],
        [Op.InverseMillsRatio] = static e => [-(e * (e.Arguments[0] + e))],
        [Op.LogGamma] = static e => [Expr.Of(Op.Digamma, e.Arguments[0])],
        [Op.Digamma] = static e => [Expr.Of(Op.Trigamma, e.Arguments[0])],
        [Op.Trigamma] = static e => [Expr.Of(Op.Polygamma, e.Like(2), e.Arguments[0])],
        [Op.Polygamma] = static e => [null, Expr.Of(Op.Polygamma, Simplify.Expression(e.Arguments[0] + 1.0), e.Arguments[1])],
        [Op.Log] = static e => [e.Like(1) / e.Arguments[0]],
        [Op.Log1P] = static e => [e.Like(1) / (e.Like(1) + e.Arguments[0])],
        [Op.LogRemainder] = static e => [e.Arguments[0] / (e.Like(1) + e.Arguments[0])],
        [Op.Log1POfFraction] = static e => [e.Like(1) / (e.Like(1) + e.Arguments[0])],
        [Op.Log1PNonNegative] = static e => [e.Like(1) / (e.Like(1) + e.Arguments[0])],

        // At a clamped probability the derivative of the clamp would be 0 and nothing would be learned; that of the logarithm remains.
        [Op.LogProbability] = static e => [e.Like(1) / Clamped(e.Arguments[0])],
        [Op.BinaryCrossEntropy] = static e => [Expr.Of(Op.BinaryCrossEntropySlope, e.Arguments[0], e.Arguments[1]), Expr.Of(Op.NegativeLogit, e.Arguments[0])],
        [Op.BinaryCrossEntropySlope] = static e => SlopesOfSlope(e.Arguments[0], e.Arguments[1]),
        [Op.NegativeLogit] = static e => [e.Like(-1) / Variance(e.Arguments[0])],
        [Op.WhereGreater] = static e => [null, null, Where(Op.WhereGreater, e.Arguments[0], e.Arguments[1])],
        [Op.WhereNotGreater] = static e => [null, null, Where(Op.WhereNotGreater, e.Arguments[0], e.Arguments[1])],
        [Op.Select] = static e => [null, Expr.Select(e.Arguments[0], e.Like(1), e.Like(0)), Expr.Select(e.Arguments[0], e.Like(0), e.Like(1))],
        [Op.Convert] = static e => [e.Arguments[0].Like(1)],
        [Op.RoundToSingle] = static e => [e.Arguments[0].Like(1)],
        [Op.StopGradient] = Constant,
        [Op.Equal] = Constant,
        [Op.IsNumber] = Constant,
        [Op.And] = Constant,
        [Op.Or] = Constant,
        [Op.Not] = Constant,
        [Op.LessThan] = Constant,
        [Op.LessThanOrEqual] = Constant,
        [Op.RoundDown] = Constant,
        [Op.IndexQuotient] = Constant,
        [Op.IndexRemainder] = Constant,
        [Op.IndexMinimum] = Constant,
        [Op.IndexDistance] = Constant,
        [Op.WidenLower] = Constant,
        [Op.WidenUpper] = Constant,
        [Op.Narrow] = Constant,
        [Op.RoundHalvesToSingle] = Constant,
        [Op.Broadcast] = Constant,
        [Op.LaneIndices] = Constant,
        [Op.FromIntegers] = Constant,
        [Op.SumHalves] = Constant,
        [Op.AddHalves] = Constant,
        [Op.MaximumHalves] = Constant,
        [Op.SumLanes] = Constant,
        [Op.MaximumLanes] = Constant,
    };

    public static bool Contains(Op op) => Rows.ContainsKey(op);

    /// <summary>One derivative per argument, null or missing if it is 0.</summary>
    public static Expr?[] Partials(Apply apply) => Rows[apply.Op](apply);

    /// <summary>A probability as a logarithm takes it: at least the smallest normal number of its type.</summary>
    public static Expr Clamped(Expr probability) => Expr.Of(Op.Maximum, probability, SmallestNormal(probability)).As("clamped");

    /// <summary>1 − eᵃ for a ≤ 0, but 0 rather than −0 at a = 0, so that a quotient by it keeps its sign there.</summary>
    public static Expr Complement(Expr a) => (a.Like(0) - Expr.Of(Op.ExpM1, a)).As("complement");

    private static Expr SmallestNormal(Expr probability) => probability.Like(probability.Type.SmallestNormal);

    /// <summary>x(1 − x), the variance of a Bernoulli variable, at least 1e-12 so that it can be a divisor; as x − x·x, which is rounded once.</summary>
    public static Expr Variance(Expr x) => Expr.Of(Op.Maximum, x - (x * x), x.Like(1e-12));

    private static Expr Where(Op mask, Expr a, Expr b) => Expr.Of(mask, a, b, a.Like(1));

    private static Expr?[] SlopesOfSlope(Expr x, Expr y)
    {
        Expr variance = Variance(x);
        return [(x.Like(1) - (((x - y) * (x.Like(1) - (2.0 * x))) / variance)) / variance, x.Like(-1) / variance];
    }

    // a divided by a root of a sum of squares. Where that is 0, at the tip of a cone, the derivative is 0, the middle of the subdifferential.
    private static Expr OverRoot(Expr a, Expr root, Expr added) =>
        IsPositive(added) ? a / root : Expr.Select(Expr.Of(Op.Equal, root, root.Like(0)), root.Like(0), a / root);

    // a/√(a² + b²), and b/√(a² + b²) − 1 without a subtraction: −(√(a² + b²) − b)/√(a² + b²).
    private static Expr[] RootExcessSlopes(Apply e)
    {
        (Expr a, Expr b) = (e.Arguments[0], e.Arguments[1]);
        Expr root = b.Unnamed() is Constant { Value.Value: 1 } ? Expr.Of(Op.RootOfSquarePlus, a, b) : (e + b).As("root");
        return [OverRoot(a, root, b), -OverRoot(e, root, b)];
    }

    private static bool IsPositive(Expr expr) => expr.Unnamed() is Constant { Value.Value: > 0 };

    // From the power itself, by a division, unless a few products and roots suffice.
    private static Expr PowerLessOne(Apply power) => Expr.Power(power.Arguments[0], Simplify.Expression(power.Arguments[1] - 1.0)) is var lower && lower is Apply { Op: Op.Power }
        ? Expr.Of(Op.PowerLessOne, power.Arguments[0], power.Arguments[1], power)
        : lower;

    // b·aᵇ⁻¹ and aᵇ·log a, each 0 where a factor is; the derivative by b also at 0⁰, where aᵇ jumps.
    private static Expr?[] SlopesOfGeneralPower(Apply e)
    {
        (Expr a, Expr b) = (e.Arguments[0], e.Arguments[1]);
        Expr byBase = Expr.Of(Op.MultiplyOrZero, b, Expr.Of(Op.PowerLessOne, a, b, e));
        return a.Unnamed() is Constant { Value.Value: > 0 and var number }
            ? [byBase, Math.Log(number) * e]
            : [byBase, Expr.Select(Expr.Of(Op.And, Expr.Of(Op.Equal, a, a.Like(0)), Expr.Of(Op.LessThanOrEqual, b.Like(0), b)), e.Like(0), Expr.Of(Op.MultiplyOrZero, e, Expr.Log(a)))];
    }

    private static Expr OneMinusSquare(Expr a) => (a.Like(1) - a) * (a.Like(1) + a);

    private static Expr ShareOf(Expr hypotenuse, Expr side) => WhereNotZero(hypotenuse, side / hypotenuse);

    // Divided twice by the distance from the origin, whose square may be out of range; 0 at the origin.
    private static Expr SlopeOfAngle(Expr side, Apply angle)
    {
        Expr distance = Expr.Of(Op.Hypotenuse, angle.Arguments[1], angle.Arguments[0]);
        return WhereNotZero(distance, side / distance / distance);
    }

    private static Expr WhereNotZero(Expr condition, Expr value) => Expr.Select(Expr.Of(Op.Equal, condition, condition.Like(0)), value.Like(0), value);

    private static Expr SlopeOfSwish(Expr a)
    {
        Expr bounded = Expr.Of(Op.Minimum, Expr.Of(Op.Maximum, a, a.Like(-Beyond)), a.Like(Beyond));
        Expr sigmoid = Expr.Of(Op.Sigmoid, a);
        return sigmoid + (sigmoid * (bounded * Expr.Of(Op.Sigmoid, -a)));
    }

    // 1 − tanh² without a subtraction: 4·sigmoid(2a)·sigmoid(−2a).
    private static Expr[] TanhSlope(Apply e) => [4.0 * (Expr.Of(Op.Sigmoid, 2.0 * e.Arguments[0]) * Expr.Of(Op.Sigmoid, -2.0 * e.Arguments[0]))];
}

namespace LossGen.Generator.Kernel;

/// <summary>
/// What each op computes, in float64: the meaning shared by constant folding and the reference interpreter. A lane is a double, a truth value 1 or 0;
/// ops across lanes get all lanes of their argument. Thus a conversion chosen by the compiler is the number itself, while one that a formula requests
/// rounds it.
/// </summary>
internal static class Evaluation
{
    private const double SmallestNormal = 2.2250738585072014E-308;

    private static readonly Dictionary<Op, Func<double[], double>> LaneWise = new()
    {
        [Op.Add] = static a => a[0] + a[1],
        [Op.Subtract] = static a => a[0] - a[1],
        [Op.Multiply] = static a => a[0] * a[1],
        [Op.MultiplyOrZero] = static a => a[0] == 0 ? 0 : a[0] * a[1],
        [Op.Weigh] = static a => a[0] == 0 && !double.IsNaN(a[1]) ? 0 : a[0] * a[1],
        [Op.Divide] = static a => a[0] / a[1],
        [Op.Negate] = static a => -a[0],
        [Op.Square] = static a => a[0] * a[0],
        [Op.FusedMultiplyAdd] = static a => (a[0] * a[1]) + a[2],
        [Op.SquareRoot] = static a => Math.Sqrt(a[0]),
        [Op.RootOfSquarePlus] = static a => Remainders.RootOfSquarePlus(a[0], a[1]),
        [Op.RootExcess] = static a => Remainders.OfRoot(a[0], a[1]),
        [Op.Power] = static a => Math.Pow(a[0], a[1]),
        [Op.GeneralPower] = static a => Math.Pow(a[0], a[1]),
        [Op.PowerLessOne] = static a => Math.Pow(a[0], a[1] - 1),
        [Op.Absolute] = static a => Math.Abs(a[0]),
        [Op.Sign] = static a => a[0] > 0 ? 1 : a[0] < 0 ? -1 : a[0],
        [Op.Floor] = static a => Math.Floor(a[0]),
        [Op.Round] = static a => Math.Round(a[0]),
        [Op.Minimum] = static a => Math.Min(a[0], a[1]),
        [Op.Maximum] = static a => Math.Max(a[0], a[1]),
        [Op.FastMinimum] = static a => Math.Min(a[0], a[1]),
        [Op.FastMaximum] = static a => Math.Max(a[0], a[1]),
        [Op.Exp] = static a => Math.Exp(a[0]),
        [Op.ExpNonPositive] = static a => Math.Exp(a[0]),
        [Op.ExpM1] = static a => ExpM1(a[0]),
        [Op.ExpRemainder] = static a => Math.Abs(a[0]) < 1 ? Remainders.OfExp(a[0]) : double.IsPositiveInfinity(a[0]) ? a[0] : ExpM1(a[0]) - a[0],
        [Op.Exp2] = static a => Math.Pow(2, a[0]),
        [Op.Log2] = static a => Math.Log(a[0], 2),
        [Op.Sigmoid] = static a => a[0] < 0 ? Math.Exp(a[0]) / (1 + Math.Exp(a[0])) : 1 / (1 + Math.Exp(-a[0])),
        [Op.Softplus] = static a => Math.Max(a[0], 0) + Log1P(Math.Exp(-Math.Abs(a[0]))),
        [Op.LogAddExp] = static a => Math.Max(a[0], a[1]) + (a[0] == a[1] ? Math.Log(2) : Log1P(Math.Exp(-Math.Abs(a[0] - a[1])))),
        [Op.Log1MExp] = static a => a[0] < -Math.Log(2) ? Log1P(-Math.Exp(a[0])) : Math.Log(0 - ExpM1(a[0])),
        [Op.LogCoshSlope] = static a => Math.Tanh(a[0]),
        [Op.LogCosh] = static a => LogCosh(Math.Abs(a[0])),
        [Op.Tanh] = static a => Math.Tanh(a[0]),
        [Op.Sin] = static a => Math.Sin(a[0]),
        [Op.Cos] = static a => Math.Cos(a[0]),
        [Op.SineRemainder] = static a => Remainders.OfSine(a[0]),
        [Op.OneMinusCosine] = static a => 2 * Math.Sin(a[0] / 2) * Math.Sin(a[0] / 2),
        [Op.Erf] = static a => NormalEvaluation.Erf(a[0]),
        [Op.Erfc] = static a => NormalEvaluation.Erfc(a[0]),
        [Op.ErfSlope] = static a => NormalEvaluation.ErfSlope(a[0]),
        [Op.NormalCdf] = static a => NormalEvaluation.NormalCdf(a[0]),
        [Op.LogNormalCdf] = static a => NormalEvaluation.LogNormalCdf(a[0]),
        [Op.NormalDensity] = static a => NormalEvaluation.NormalDensity(a[0]),
        [Op.InverseMillsRatio] = static a => NormalEvaluation.InverseMillsRatio(a[0]),
        [Op.LogGamma] = static a => GammaEvaluation.LogGamma(a[0]),
        [Op.Digamma] = static a => GammaEvaluation.Digamma(a[0]),
        [Op.Trigamma] = static a => GammaEvaluation.Trigamma(a[0]),
        [Op.Polygamma] = static a => GammaEvaluation.Polygamma((int)a[0], a[1]),
        [Op.Log] = static a => Math.Log(a[0]),
        [Op.Log1P] = static a => Log1P(a[0]),
        [Op.LogRemainder] = static a => Remainders.OfLog(a[0]),
        [Op.Log1PNonNegative] = static a => Log1P(a[0]),
        [Op.Log1POfFraction] = static a => Log1P(a[0]),
        [Op.Log10] = static a => Math.Log10(a[0]),
        [Op.LogToBase] = static a => Math.Log(a[0], a[1]),
        [Op.Log2P1] = static a => Log1P(a[0]) / Math.Log(2),
        [Op.Log10P1] = static a => Log1P(a[0]) / Math.Log(10),
        [Op.XLogY] = static a => a[0] == 0 && !double.IsNaN(a[1]) ? 0 : a[0] * Math.Log(a[1]),
        [Op.Swish] = static a => Math.Max(a[0], -1e300) * (a[0] < 0 ? Math.Exp(a[0]) / (1 + Math.Exp(a[0])) : 1 / (1 + Math.Exp(-a[0]))),
        [Op.Hypotenuse] = static a => Hypotenuse(Math.Abs(a[0]), Math.Abs(a[1])),
        [Op.CubeRoot] = static a => CubeRoot(a[0]),
        [Op.Tan] = static a => Math.Tan(a[0]),
        [Op.Asin] = static a => Math.Asin(a[0]),
        [Op.Acos] = static a => Math.Acos(a[0]),
        [Op.Atan] = static a => Math.Atan(a[0]),
        [Op.Atan2] = static a => Math.Atan2(a[0], a[1]),
        [Op.Sinh] = static a => Math.Sinh(a[0]),
        [Op.Cosh] = static a => Math.Cosh(a[0]),
        [Op.Asinh] = static a => double.IsInfinity(a[0]) ? a[0] : a[0] < 0 ? -AreaSine(-a[0]) : AreaSine(a[0]),
        [Op.Acosh] = static a => a[0] > 1e150 ? Math.Log(a[0]) + Math.Log(2) : Log1P(a[0] - 1 + Math.Sqrt((a[0] - 1) * (a[0] + 1))),
        [Op.Atanh] = static a => 0.5 * (Log1P(a[0]) - Log1P(-a[0])),
        [Op.LogProbability] = static a => Math.Log(Math.Max(a[0], SmallestNormal)),
        [Op.BinaryCrossEntropy] = static a => -((a[1] * Math.Max(Math.Log(a[0]), -100)) + ((1 - a[1]) * Math.Max(Log1P(-a[0]), -100))),
        [Op.BinaryCrossEntropySlope] = static a => (a[0] - a[1]) / Math.Max(a[0] * (1 - a[0]), 1e-12),
        [Op.NegativeLogit] = static a => Math.Max(-100, Math.Min(100, (a[0] > 0.5 ? -1 : 1) * Log1P(2 * Math.Abs(0.5 - a[0]) / Math.Min(a[0], 1 - a[0])))),
        [Op.WhereGreater] = static a => a[0] > a[1] ? a[2] : a[0] <= a[1] ? 0 : double.NaN,
        [Op.WhereNotGreater] = static a => a[0] <= a[1] ? a[2] : a[0] > a[1] ? 0 : double.NaN,
        [Op.LessThan] = static a => a[0] < a[1] ? 1.0 : 0.0,
        [Op.LessThanOrEqual] = static a => a[0] <= a[1] ? 1.0 : 0.0,
        [Op.Equal] = static a => a[0] == a[1] ? 1.0 : 0.0,
        [Op.IsNumber] = static a => double.IsNaN(a[0]) ? 0.0 : 1.0,
        [Op.And] = static a => a[0] != 0.0 && a[1] != 0.0 ? 1.0 : 0.0,
        [Op.Or] = static a => a[0] != 0.0 || a[1] != 0.0 ? 1.0 : 0.0,
        [Op.Not] = static a => a[0] != 0.0 ? 0.0 : 1.0,
        [Op.Select] = static a => a[0] != 0.0 ? a[1] : a[2],
        [Op.Convert] = static a => a[0],
        [Op.RoundToSingle] = static a => (float)a[0],
        [Op.StopGradient] = static a => a[0],
        [Op.RoundDown] = static a => Math.Floor(a[0] / a[1]) * a[1],
        [Op.IndexQuotient] = static a => Math.Floor(a[0] / a[1]),
        [Op.IndexRemainder] = static a => a[0] - (Math.Floor(a[0] / a[1]) * a[1]),
        [Op.IndexMinimum] = static a => Math.Min(a[0], a[1]),
        [Op.IndexDistance] = static a => a[0] >= a[1] ? a[0] - a[1] : a[0] - a[1] + ulong.MaxValue,
    };

    private static readonly Dictionary<Op, Func<double[][], int, double[]>> AcrossLanes = new()
    {
        [Op.Broadcast] = static (a, lanes) => [.. Enumerable.Repeat(a[0][0], lanes)],
        [Op.LaneIndices] = static (_, lanes) => [.. Enumerable.Range(0, lanes).Select(static lane => (double)lane)],
        [Op.FromIntegers] = static (a, _) => [.. a[0]],
        [Op.WidenLower] = static (a, lanes) => [.. a[0].Take(lanes)],
        [Op.WidenUpper] = static (a, lanes) => [.. a[0].Skip(lanes)],
        [Op.Narrow] = static (a, _) => [.. a[0], .. a[1]],
        [Op.RoundHalvesToSingle] = static (a, _) => [.. a[0].Concat(a[1]).Select(static lane => (double)(float)lane)],
        [Op.SumHalves] = static (a, lanes) => [.. Enumerable.Range(0, lanes).Select(lane => a[0][lane] + a[0][lane + lanes])],
        [Op.AddHalves] = static (a, lanes) => [.. Enumerable.Range(0, lanes).Select(lane => a[0][lane] + a[0][lane + lanes])],
        [Op.MaximumHalves] = static (a, lanes) => [.. Enumerable.Range(0, lanes).Select(lane => Math.Max(a[0][lane], a[0][lane + lanes]))],
        [Op.SumLanes] = static (a, _) => [a[0].Sum()],
        [Op.MaximumLanes] = static (a, _) => [a[0].Max()],
    };

    public static bool Contains(Op op) => LaneWise.ContainsKey(op) || AcrossLanes.ContainsKey(op);

    /// <summary>The scalar function of an op; null if the op works across lanes.</summary>
    public static Func<double[], double>? OfLane(Op op) => LaneWise.TryGetValue(op, out Func<double[], double>? evaluate) ? evaluate : null;

    /// <summary>The value of an op on scalars; null if the op works across lanes.</summary>
    public static double? Fold(Op op, double[] arguments) => OfLane(op)?.Invoke(arguments);

    /// <summary>The lanes of an op's result from the lanes of its arguments; a scalar is the same for all of them.</summary>
    public static double[] Evaluate(Op op, double[][] arguments, int lanes) =>
        AcrossLanes.TryGetValue(op, out Func<double[][], int, double[]>? across)
            ? across(arguments, lanes)
            : [.. Enumerable.Range(0, lanes).Select(lane => LaneWise[op]([.. arguments.Select(a => a[Math.Min(lane, a.Length - 1)])]))];

    private static double Hypotenuse(double a, double b)
    {
        (double greater, double lesser) = a < b ? (b, a) : (a, b);
        double ratio = lesser / greater;
        return double.IsInfinity(a) || double.IsInfinity(b) ? double.PositiveInfinity : greater == 0 ? greater : greater * Math.Sqrt(1 + (ratio * ratio));
    }

    // A Newton step removes the error of the rounded exponent.
    private static double CubeRoot(double a)
    {
        double root = Math.Pow(Math.Abs(a), 1.0 / 3);
        root = root == 0 || double.IsInfinity(root) ? root : root - ((root - (Math.Abs(a) / root / root)) / 3);
        return a < 0 ? -root : a == 0 ? a : root;
    }

    private static double AreaSine(double a) => a > 1e150 ? Math.Log(a) + Math.Log(2) : Log1P(a + (a * (a / (1 + Math.Sqrt(1 + (a * a))))));

    private static double LogCosh(double magnitude)
    {
        double decay = Math.Exp(-magnitude);
        return magnitude < 1 ? Log1P(ExpM1(-magnitude) * ExpM1(-magnitude) / (2 * decay)) : magnitude - Math.Log(2) + Log1P(decay * decay);
    }

    // eᵃ − 1 from an exponential alone, like log(1 + a) from a logarithm: the quotient undoes the rounding of u = eᵃ.
    private static double ExpM1(double a)
    {
        double u = Math.Exp(a);
        return u == 1.0 ? a : u - 1.0 == -1.0 ? -1.0 : double.IsInfinity(u) || double.IsNaN(u) ? u : (u - 1.0) * a / Math.Log(u);
    }

    // log(1 + a) from a logarithm alone: the quotient a / (u − 1) undoes the rounding of u = 1 + a.
    internal static double Log1P(double a)
    {
        double u = 1.0 + a;
        return u == 1.0 ? a : double.IsPositiveInfinity(u) || u <= 0.0 || double.IsNaN(u) ? Math.Log(u) : Math.Log(u) * a / (u - 1.0);
    }
}

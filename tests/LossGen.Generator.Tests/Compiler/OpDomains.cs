using LossGen.Generator.Kernel;

namespace LossGen.Generator.Tests.Compiler;

/// <summary>Where ops are smooth, so that their rows of derivatives can be compared with numerical ones; and why the other ops have none to compare.</summary>
internal static class OpDomains
{
    private const string Comparison = "a comparison or a combination of truth values, constant almost everywhere";
    private const string Steps = "whole numbers, constant almost everywhere";
    private const string Positions = "positions, which are no real numbers";
    private const string AcrossLanes = "lanes are moved or brought together only after derivatives are taken";

    private static readonly double[] Magnitudes = [1e-6, 1e-3, 0.03, 0.2, 0.5, 0.9, 1.5, 2, 3, 7, 30, 500];

    private static readonly double[] Everywhere = [.. Magnitudes.Reverse().Select(static magnitude => -magnitude), 0, .. Magnitudes];

    // With three arguments, enough points.
    private static readonly double[] Few = [-7, -0.5, 0, 1e-3, 0.2, 0.9, 1.5, 3];

    private static readonly Dictionary<Op, double[]> FirstArguments = new()
    {
        [Op.Polygamma] = [1, 2, 3, 4],
        [Op.Select] = [0, 1],
    };

    /// <summary>Ops whose row is empty, and why.</summary>
    public static IReadOnlyDictionary<Op, string> WithoutDerivative { get; } = new Dictionary<Op, string>
    {
        [Op.Equal] = Comparison,
        [Op.LessThan] = Comparison,
        [Op.LessThanOrEqual] = Comparison,
        [Op.IsNumber] = Comparison,
        [Op.And] = Comparison,
        [Op.Or] = Comparison,
        [Op.Not] = Comparison,
        [Op.Sign] = Steps,
        [Op.Floor] = Steps,
        [Op.Round] = Steps,
        [Op.StopGradient] = "what a formula takes for a constant has none",
        [Op.RoundDown] = Positions,
        [Op.IndexQuotient] = Positions,
        [Op.IndexRemainder] = Positions,
        [Op.IndexMinimum] = Positions,
        [Op.IndexDistance] = Positions,
        [Op.Broadcast] = AcrossLanes,
        [Op.LaneIndices] = AcrossLanes,
        [Op.FromIntegers] = AcrossLanes,
        [Op.WidenLower] = AcrossLanes,
        [Op.WidenUpper] = AcrossLanes,
        [Op.Narrow] = AcrossLanes,
        [Op.RoundHalvesToSingle] = AcrossLanes,
        [Op.SumHalves] = AcrossLanes,
        [Op.AddHalves] = AcrossLanes,
        [Op.MaximumHalves] = AcrossLanes,
        [Op.SumLanes] = AcrossLanes,
        [Op.MaximumLanes] = AcrossLanes,
    };

    /// <summary>Ops whose declared derivative is not the numerical one, and why.</summary>
    public static IReadOnlyDictionary<Op, string> WithAnotherDerivative { get; } = new Dictionary<Op, string>
    {
        [Op.RoundToSingle] = "what is rounded is taken for what it was, as the slope of steps would be 0",
    };

    /// <summary>Whether the op has derivatives that can be found numerically, even if they are 0.</summary>
    public static bool HasSlope(Op op) => !WithAnotherDerivative.ContainsKey(op) && (!WithoutDerivative.TryGetValue(op, out string? reason) || reason is Comparison or Steps);

    /// <summary>Whether an argument is not a number that could be moved.</summary>
    public static bool IsNoNumber(Op op, int argument) => op is Op.Select or Op.Polygamma && argument == 0;

    /// <summary>Arguments to try: negative, small and large ones, and those on either side of every kink.</summary>
    public static IEnumerable<double[]> Points(Op op)
    {
        int arity = Operations.Get(op).Arity;
        IEnumerable<double[]> points = [[]];
        for (int i = 0; i < arity; i++)
        {
            double[] values = i == 0 && FirstArguments.TryGetValue(op, out double[]? first) ? first : arity > 2 ? Few : Everywhere;
            points = points.SelectMany(point => values.Select(value => (double[])[.. point, value]));
        }

        return points;
    }

    /// <summary>How far the argument with that index may move before the op reaches the boundary of its domain, a pole or a kink; not above 0 if it is at one.</summary>
    public static double Room(Op op, double[] a, int moved) => op switch
    {
        Op.Divide => moved == 1 ? Math.Abs(a[1]) : a[1] == 0 ? 0 : double.PositiveInfinity,
        Op.SquareRoot or Op.Log or Op.Log2 or Op.Log10 or Op.LogProbability or Op.Log1PNonNegative => a[0],
        Op.CubeRoot or Op.Absolute or Op.Sign => Math.Abs(a[0]),
        Op.RootOfSquarePlus => a[1] < 0 ? 0 : moved == 0 ? Math.Sqrt((a[0] * a[0]) + a[1]) : (a[0] * a[0]) + a[1],
        Op.RootExcess => moved == 0 && a[1] >= 0 ? Hypotenuse(a) : a[1],
        Op.Hypotenuse => Hypotenuse(a),
        Op.Power or Op.PowerLessOne => moved == 0 || a[0] <= 0 ? a[0] : double.PositiveInfinity,

        // A negative number has only whole powers, which have a derivative only with respect to the base.
        Op.GeneralPower => moved == 0 ? Math.Abs(a[0]) : a[0] <= 0 ? 0 : double.PositiveInfinity,
        Op.Floor => Math.Abs(a[0] - Math.Round(a[0])),
        Op.Round => Math.Abs(a[0] - Math.Floor(a[0]) - 0.5),
        Op.Minimum or Op.Maximum or Op.FastMinimum or Op.FastMaximum or Op.WhereGreater or Op.WhereNotGreater => a[0] == a[1] ? 0 : moved < 2 ? Math.Abs(a[0] - a[1]) : double.PositiveInfinity,
        Op.Equal or Op.LessThan or Op.LessThanOrEqual => Math.Abs(a[0] - a[1]),
        Op.And or Op.Or or Op.Not => Math.Abs(a[moved]),
        Op.ExpNonPositive or Op.Log1MExp => -a[0],
        Op.Log1P or Op.LogRemainder or Op.Log2P1 or Op.Log10P1 => 1 + a[0],
        Op.Log1POfFraction or Op.NegativeLogit => Math.Min(a[0], 1 - a[0]),
        Op.BinaryCrossEntropy or Op.BinaryCrossEntropySlope => Math.Min(a[0], 1 - a[0]) is var room && (room <= 0 || moved == 0) ? room : double.PositiveInfinity,
        Op.LogToBase => Math.Min(a[1], Math.Abs(1 - a[1])) is var room && (room <= 0 || moved == 1) ? room : a[0],
        Op.XLogY => moved == 1 || a[1] <= 0 ? a[1] : double.PositiveInfinity,
        Op.Tan => Math.Abs(Math.IEEERemainder(a[0] - (Math.PI / 2), Math.PI)),
        Op.Asin or Op.Acos or Op.Atanh => 1 - Math.Abs(a[0]),
        Op.Acosh => a[0] - 1,

        // It jumps where b is negative and a changes sign.
        Op.Atan2 => (moved, a[0], a[1]) switch
        {
            (0, var y, < 0) => Math.Abs(y),
            (1, 0, var x) => x,
            _ => Hypotenuse(a),
        },
        Op.LogGamma or Op.Digamma or Op.Trigamma => FromPole(a[0]),
        Op.Polygamma => moved == 0 ? 0 : FromPole(a[1]),
        Op.Select => moved == 0 ? 0 : double.PositiveInfinity,
        _ => double.PositiveInfinity,
    };

    private static double Hypotenuse(double[] a) => Math.Sqrt((a[0] * a[0]) + (a[1] * a[1]));

    private static double FromPole(double a) => a > 0 ? a : Math.Abs(a - Math.Round(a));
}

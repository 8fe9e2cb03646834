using System.Globalization;

namespace LossGen.Numerics.Tests.Formulas;

/// <summary>
/// Each function in a formula: its value is that of the method that C# calls, its derivatives are the mathematical ones, even where these are only limits.
/// </summary>
public sealed class FunctionTests
{
    private const double Infinity = double.PositiveInfinity;
    private const double NaN = double.NaN;
    private const int Copies = 64;

    private static readonly double Log2 = Math.Log(2);
    private static readonly double Log10 = Math.Log(10);

    // The call in C# with T for the type, its value in float64, its derivatives, and points.
    private static readonly Dictionary<string, Function> Functions = new()
    {
        ["T.Acos(x)"] = Of(Math.Acos, static x => -1 / Math.Sqrt((1 - x) * (1 + x)), -0.99999, -0.3, 0, 0.5, 0.9999999),
        ["T.Acosh(x)"] = Of(Math.Acosh, static x => 1 / Math.Sqrt((x - 1) * (x + 1)), 1.000001, 1.5, 40, 1e10),
        ["T.Asin(x)"] = Of(Math.Asin, static x => 1 / Math.Sqrt((1 - x) * (1 + x)), -0.99999, -0.3, 0, 1e-9, 0.9999999),
        ["T.Asinh(x)"] = Of(Math.Asinh, static x => 1 / Math.Sqrt(1 + (x * x)), -1e10, -2, 0, 1e-8, 0.7),
        ["T.Atan(x)"] = Of(Math.Atan, static x => 1 / (1 + (x * x)), -1e10, -2, 0, 1e-8, 0.7, Infinity),
        ["T.Atanh(x)"] = Of(Math.Atanh, static x => 1 / ((1 - x) * (1 + x)), -0.999999, -0.3, 0, 1e-8, 0.7),
        ["T.Cbrt(x)"] = Of(Math.Cbrt, static x => 1 / (3 * Math.Cbrt(x) * Math.Cbrt(x)), -27, -1e-20, 0.1, 1e20),
        ["T.Ceiling(x)"] = Of(Math.Ceiling, static _ => 0, -1.5, -0.2, 0, 0.3, 2, 1e20),
        ["T.Cosh(x)"] = Of(Math.Cosh, Math.Sinh, -80, -1, 0, 1e-5, 3),
        ["T.Exp10(x)"] = Of(static x => Math.Pow(10, x), static x => Log10 * Math.Pow(10, x), -30, -0.5, 0, 2.25, 30),
        ["T.Log(x, 3)"] = Of(static x => Math.Log(x) / Math.Log(3), static x => 1 / (x * Math.Log(3)), 1e-20, 0.4, 1, 9, 1e20),
        ["T.Log(x, 2)"] = Of(Math.Log2, static x => 1 / (x * Log2), 1e-20, 0.4, 1, 8, 1e20),
        ["T.Log(x, 10)"] = Of(Math.Log10, static x => 1 / (x * Log10), 1e-20, 0.4, 1, 1000, 1e20),
        ["T.Log10(x)"] = Of(Math.Log10, static x => 1 / (x * Log10), 1e-20, 0.4, 1, 1000, 1e20),
        ["T.Log10P1(x)"] = Of(static x => Reference.Log1P(x) / Log10, static x => 1 / ((1 + x) * Log10), -0.9, 1e-12, 9, 1e20),
        ["T.Log2P1(x)"] = Of(static x => Reference.Log1P(x) / Log2, static x => 1 / ((1 + x) * Log2), -0.9, 1e-12, 7, 1e20),
        ["T.Round(x)"] = Of(Math.Round, static _ => 0, -1.5, -0.2, 0.5, 1.5, 2.6, 1e20),
        ["T.Sinh(x)"] = Of(Math.Sinh, Math.Cosh, -80, -1, 0, 1e-5, 3),
        ["T.Tan(x)"] = Of(Math.Tan, static x => 1 + (Math.Tan(x) * Math.Tan(x)), -100, -1, 0, 1e-5, 1.5, 1e6),
        ["T.Truncate(x)"] = Of(Math.Truncate, static _ => 0, -1.5, -0.2, 0, 0.3, 2.7, 1e20),
        ["T.IsNaN(x) ? 7 : x"] = Of(static x => double.IsNaN(x) ? 7 : x, static x => double.IsNaN(x) ? 0 : 1, NaN, Infinity, 2),
        ["T.IsFinite(x) ? x : 7"] = Of(static x => double.IsFinite(x) ? x : 7, static x => double.IsFinite(x) ? 1 : 0, NaN, Infinity, -Infinity, 2),
        ["T.IsInfinity(x) ? 7 : 3 * x"] = Of(static x => double.IsInfinity(x) ? 7 : 3 * x, static x => double.IsInfinity(x) ? 0 : 3, Infinity, -Infinity, 2),
        ["T.IsPositiveInfinity(x) ? 7 : -x"] = Of(static x => double.IsPositiveInfinity(x) ? 7 : -x, static x => double.IsPositiveInfinity(x) ? 0 : -1, Infinity, -Infinity, 2),
        ["T.IsNegativeInfinity(x) ? 7 : -x"] = Of(static x => double.IsNegativeInfinity(x) ? 7 : -x, static x => double.IsNegativeInfinity(x) ? 0 : -1, Infinity, -Infinity, 2),
        ["T.IsNegative(x) ? 7 : x"] = Of(static x => double.IsNegative(x) ? 7 : x, static x => double.IsNegative(x) ? 0 : 1, 0.0, -0.0, -Infinity, Infinity, -1e-40, 1e-40),
        ["T.IsPositive(x) ? 7 : x"] = Of(static x => double.IsPositive(x) ? 7 : x, static x => double.IsPositive(x) ? 0 : 1, 0.0, -2, -Infinity, Infinity, 1e-40),
        ["T.CopySign(x, y)"] = Of(static (x, y) => Math.CopySign(x, y), static (x, y) => Math.Sign(x) * Math.CopySign(1, y), static (_, _) => 0, (2, -3), (-2, -0.0), (-2, 0.0), (2, -Infinity)),
        ["T.Atan2(x, y)"] = Of(
            static (x, y) => Math.Atan2(x, y),
            static (x, y) => x == 0 && y == 0 ? 0 : y / ((x * x) + (y * y)),
            static (x, y) => x == 0 && y == 0 ? 0 : -x / ((x * x) + (y * y)),
            (1, 2), (-3, -0.5), (0, -2), (0, 0), (1e-30, 1e-25)),
        ["T.Hypot(x, y)"] = Of(
            static (x, y) => double.Hypot(x, y),
            static (x, y) => x == 0 && y == 0 ? 0 : x / double.Hypot(x, y),
            static (x, y) => x == 0 && y == 0 ? 0 : y / double.Hypot(x, y),
            (3, 4), (-3e25, 4e25), (0, -2), (0, 0), (1e-30, 1e-25)),
        ["T.Log(x, y)"] = Of(
            static (x, y) => Math.Log(x, y), static (x, y) => 1 / (x * Math.Log(y)), static (x, y) => -Math.Log(x) / (y * Math.Log(y) * Math.Log(y)), (3, 2), (0.1, 10), (5, 0.3), (1, 7)),
        ["T.Pow(x, y)"] = Of(
            Math.Pow,
            static (x, y) => y == 0 ? 0 : y * Math.Pow(x, y - 1),
            static (x, y) => x == 0 && y >= 0 ? 0 : Math.Pow(x, y) is var power && power == 0 ? 0 : power * Math.Log(x),
            (2, 3), (0.3, -1.5), (0, 2.5), (0, 1), (0, 0), (5, 0), (7, 0.5), (1e-3, 20), (Infinity, -2)),
    };

    private static readonly Dictionary<string, Function> SpecialFunctions = new()
    {
        ["Special.Sigmoid(x)"] = Of(Sigmoid, static x => Sigmoid(x) * Sigmoid(-x), -80, -1, 0, 1e-3, 20, Infinity, -Infinity),
        ["Special.LogSigmoid(x)"] = Of(static x => -Softplus(-x), static x => Sigmoid(-x), -1000, -1, 0, 30, Infinity, -Infinity),
        ["Special.Softplus(x)"] = Of(Softplus, Sigmoid, -80, -1, 0, 30, 1000, Infinity, -Infinity),
        ["Special.Swish(x)"] = Of(
            static x => double.IsNegativeInfinity(x) ? -0.0 : x * Sigmoid(x),
            static x => double.IsInfinity(x) ? Sigmoid(x) : Sigmoid(x) + (x * Sigmoid(x) * Sigmoid(-x)),
            -80, -2, 0, 1e-3, 20, Infinity, -Infinity),
        ["Special.Log1MExp(x)"] = Of(Log1MExp, static x => 1 / -Reference.ExpM1(-x), -80, -20, -1, -0.7, -0.69, -0.1, -1e-10, 0, -Infinity),
        ["Special.XLogY(x, y)"] = Of(
            static (x, y) => x == 0 && !double.IsNaN(y) ? 0 : x * Math.Log(y), static (_, y) => Math.Log(y), static (x, y) => x == 0 ? 0 : x / y,
            (2, 3), (0, 3), (0, 0), (0, Infinity), (0.5, 0), (0, NaN), (3, 1e-20)),
        ["Special.LogAddExp(x, y)"] = Of(
            static (x, y) => Math.Max(x, y) + Softplus(-Math.Abs(x - y)), static (x, y) => Sigmoid(x - y), static (x, y) => Sigmoid(y - x), (1, 2), (1000, 1001), (-50, 3), (5, -Infinity)),
        ["Special.LogSubExp(x, y)"] = Of(
            static (x, y) => double.IsNegativeInfinity(y) ? x : x + Log1MExp(y - x),
            static (x, y) => double.IsNegativeInfinity(y) ? 1 : 1 / -Reference.ExpM1(y - x),
            static (x, y) => double.IsNegativeInfinity(y) ? 0 : -1 / Reference.ExpM1(x - y),
            (2, 1), (1000, 999), (3, -50), (5, -Infinity), (-Infinity, -Infinity), (1, 0.99)),
    };

    private static readonly Lazy<Dictionary<(string, string), CustomLoss>> Losses = new(static () => Functions.Concat(SpecialFunctions)
        .SelectMany(static (row, number) => new[] { "float", "double" }.Select(type => (row.Key, Type: type, Loss: new CustomLoss(
            string.Create(CultureInfo.InvariantCulture, $"Function{number}{type}"), type, row.Value.HasTwoInputs ? ["x", "y"] : ["x"], "=> " + TextOf(row.Key, type)))))
        .ToDictionary(static row => (row.Key, row.Type), static row => row.Loss));

    private static readonly Lazy<CustomLosses> Compiled = new(static () => new CustomLosses(Losses.Value.Values));

    public static TheoryData<string, string> Names => [.. Losses.Value.Keys.Select(static key => (key.Item1, key.Item2))];

    public static TheoryData<string> SpecialNames => [.. SpecialFunctions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ValueAndSlopesAreThoseOfMathematics(string name, string type)
    {
        Function function = Functions.TryGetValue(name, out Function? known) ? known : SpecialFunctions[name];
        CustomLoss loss = Losses.Value[(name, type)];
        double tolerance = type == "float" ? 5e-7 : 1e-14;
        foreach ((double a, double b) in function.Points)
        {
            (double x, double y) = type == "float" ? ((float)a, (float)b) : (a, b);
            (double value, double[] slopes) = Compiled.Value.Run(loss, function.HasTwoInputs ? [x, y] : [x]);
            AssertNear(function.Value(x, y), value, tolerance, $"{name} at ({x:R}, {y:R})");
            AssertNear(function.ByX(x, y), slopes[0], tolerance * 10, $"∂x {name} at ({x:R}, {y:R})");
            if (function.HasTwoInputs)
            {
                AssertNear(function.ByY(x, y), slopes[1], tolerance * 10, $"∂y {name} at ({x:R}, {y:R})");
            }
        }
    }

    [Theory]
    [MemberData(nameof(SpecialNames))]
    public void PlainCodeHasTheBitsOfAKernel(string name)
    {
        var function = SpecialFunctions[name];
        System.Reflection.MethodInfo method = typeof(Special).GetMethod(name["Special.".Length..name.IndexOf('(')], [.. Enumerable.Repeat(typeof(float), function.HasTwoInputs ? 2 : 1)])!;
        CustomLoss loss = Losses.Value[(name, "float")];
        var random = new Random(7);
        IEnumerable<(double X, double Y)> points = Enumerable.Range(0, 2000).Select(_ => (-40 * random.NextDouble(), 0.0));
        foreach ((double x, double y) in function.HasTwoInputs ? function.Points : function.Points.Concat(points))
        {
            object[] arguments = function.HasTwoInputs ? [(float)x, (float)y] : [(float)x];
            float plain = (float)method.Invoke(null, arguments)!;

            // The value of a single element, and of as many elements as vectors have lanes.
            Assert.Equal(plain, (float)Compiled.Value.Run(loss, [.. arguments.Select(static argument => (double)(float)argument)]).Value);
            if (!function.HasTwoInputs)
            {
                Assert.Equal(plain, Compiled.Value.Forward(loss, [.. Enumerable.Repeat((float)x, Copies)]) / Copies);
            }
        }
    }

    private static string TextOf(string call, string type) => call.Replace("T.", type + ".", StringComparison.Ordinal);

    private static void AssertNear(double expected, double actual, double tolerance, string place) =>
        Assert.True(
            expected.Equals(actual) || (double.IsNaN(expected) && double.IsNaN(actual)) || expected == actual || Math.Abs(expected - actual) <= tolerance * Math.Abs(expected)
                || (tolerance > 1e-9 && (Math.Abs(expected) < 1.2e-38 || (double.IsInfinity(actual) && Math.Abs(expected) > 3.4e38))),
            string.Create(CultureInfo.InvariantCulture, $"{place} is {actual:R}, not {expected:R}"));

    private static double Sigmoid(double x) => x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x));

    private static double Softplus(double x) => Math.Max(x, 0) + Reference.Log1P(Math.Exp(-Math.Abs(x)));

    private static double Log1MExp(double x) => x > -0.5 ? Math.Log(-Reference.ExpM1(x)) : Reference.Log1P(-Math.Exp(x));

    private static Function Of(Func<double, double> value, Func<double, double> slope, params double[] points) =>
        new((x, _) => value(x), (x, _) => slope(x), static (_, _) => 0, [.. points.Select(static x => (x, 0.0))], HasTwoInputs: false);

    private static Function Of(Func<double, double, double> value, Func<double, double, double> byX, Func<double, double, double> byY, params (double, double)[] points) =>
        new(value, byX, byY, points, HasTwoInputs: true);

    private sealed record Function(Func<double, double, double> Value, Func<double, double, double> ByX, Func<double, double, double> ByY, (double X, double Y)[] Points, bool HasTwoInputs);

    // To full precision, from the reference of the vector functions.
    private static class Reference
    {
        public static double Log1P(double x) => x == -1 ? double.NegativeInfinity : double.IsFinite(x) ? VectorMathTests.Reference.Log1P(x).Hi : x;

        public static double ExpM1(double x) => x > 700 ? Infinity : double.IsNegativeInfinity(x) ? -1 : VectorMathTests.Reference.ExpM1(x) is var exact ? Math.ScaleB(exact.Mantissa.Hi, exact.Exponent) : 0;
    }
}

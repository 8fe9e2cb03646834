using LossGen.Numerics.Tests.VectorMathTests;

namespace LossGen.Numerics.Tests.Formulas;

/// <summary>A pattern that the compiler replaces by a function: the formula as a user writes it, the same evaluated in float32 as written, and the exact result.</summary>
/// <param name="Formula">The method's body, of x and, where <paramref name="HasTwoInputs"/>, y.</param>
/// <param name="Points">Where the formula as written loses precision or overflows.</param>
/// <param name="Naive">Its value as written.</param>
/// <param name="NaiveSlope">Its derivative with respect to x as written; null if that loses nothing.</param>
/// <param name="Exact">Its value.</param>
/// <param name="ExactSlope">Its derivative with respect to x.</param>
/// <param name="HasTwoInputs">Whether it is a function of y too.</param>
internal sealed record RecognisedFunction(
    string Formula,
    (double X, double Y)[] Points,
    Func<float, float, float> Naive,
    Func<float, float, float>? NaiveSlope,
    Func<double, double, double> Exact,
    Func<double, double, double> ExactSlope,
    bool HasTwoInputs = false)
{
    private static readonly (double, double)[] Large = [(90, 0), (200, 0)];
    private static readonly (double, double)[] Small = [(1e-6, 0), (-3e-8, 0), (1e-20, 0)];

    /// <summary>One for each rule, and for combinations of two rules.</summary>
    public static IReadOnlyDictionary<string, RecognisedFunction> All { get; } = new Dictionary<string, RecognisedFunction>
    {
        ["log(1 + exp(x))"] = new("=> MathF.Log(1 + MathF.Exp(x))", [.. Large, (-20, 0), (-40, 0)], static (x, _) => MathF.Log(1 + MathF.Exp(x)), null, static (x, _) => Softplus(x), static (x, _) => Sigmoid(x)),
        ["log1p(exp(x))"] = new("=> float.LogP1(MathF.Exp(x))", [.. Large, (-20, 0)], static (x, _) => float.LogP1(MathF.Exp(x)), null, static (x, _) => Softplus(x), static (x, _) => Sigmoid(x)),
        ["log(1 + x)"] = new("=> MathF.Log(1 + x)", Small, static (x, _) => MathF.Log(1 + x), null, static (x, _) => Log1P(x), static (x, _) => 1 / (1 + x)),
        ["log(1 − x)"] = new("=> MathF.Log(1 - x)", Small, static (x, _) => MathF.Log(1 - x), null, static (x, _) => Log1P(-x), static (x, _) => -1 / (1 - x)),
        ["exp(x) − 1"] = new("=> MathF.Exp(x) - 1", Small, static (x, _) => MathF.Exp(x) - 1, null, static (x, _) => ExpM1(x), static (x, _) => Math.Exp(x)),
        ["1 − exp(x)"] = new("=> 1 - MathF.Exp(x)", Small, static (x, _) => 1 - MathF.Exp(x), null, static (x, _) => -ExpM1(x), static (x, _) => -Math.Exp(x)),
        ["1/(1 + exp(−x))"] = new(
            "=> 1 / (1 + MathF.Exp(-x))",
            [(-90, 0), (-95, 0)],
            static (x, _) => 1 / (1 + MathF.Exp(-x)),
            static (x, _) => MathF.Exp(-x) / ((1 + MathF.Exp(-x)) * (1 + MathF.Exp(-x))),
            static (x, _) => Sigmoid(x),
            static (x, _) => Sigmoid(x) * Sigmoid(-x)),
        ["exp(x)/(1 + exp(x))"] = new(
            "=> MathF.Exp(x) / (1 + MathF.Exp(x))",
            Large,
            static (x, _) => MathF.Exp(x) / (1 + MathF.Exp(x)),
            static (x, _) => (MathF.Exp(x) / (1 + MathF.Exp(x))) - (MathF.Exp(x) / (1 + MathF.Exp(x)) / (1 + MathF.Exp(x)) * MathF.Exp(x)),
            static (x, _) => Sigmoid(x),
            static (x, _) => Sigmoid(x) * Sigmoid(-x)),
        ["1 − sigmoid(x)"] = new(
            "=> 1 - 1 / (1 + MathF.Exp(-x))", [(20, 0), (40, 0)], static (x, _) => 1 - (1 / (1 + MathF.Exp(-x))), null, static (x, _) => Sigmoid(-x), static (x, _) => -Sigmoid(x) * Sigmoid(-x)),
        ["log(sigmoid(x))"] = new(
            "=> MathF.Log(1 / (1 + MathF.Exp(-x)))",
            [(-90, 0), (-200, 0)],
            static (x, _) => MathF.Log(1 / (1 + MathF.Exp(-x))),
            static (x, _) => (1 + MathF.Exp(-x)) * (MathF.Exp(-x) / ((1 + MathF.Exp(-x)) * (1 + MathF.Exp(-x)))),
            static (x, _) => -Softplus(-x),
            static (x, _) => Sigmoid(-x)),
        ["log(1 − sigmoid(x))"] = new(
            "=> MathF.Log(1 - 1 / (1 + MathF.Exp(-x)))",
            Large,
            static (x, _) => MathF.Log(1 - (1 / (1 + MathF.Exp(-x)))),
            static (x, _) => -MathF.Exp(-x) / ((1 + MathF.Exp(-x)) * (1 + MathF.Exp(-x))) / (1 - (1 / (1 + MathF.Exp(-x)))),
            static (x, _) => -Softplus(x),
            static (x, _) => -Sigmoid(x)),
        ["1 − tanh(x)²"] = new(
            "{ float t = MathF.Tanh(x); return 1 - t * t; }",
            [(10, 0), (-20, 0)],
            static (x, _) => 1 - (MathF.Tanh(x) * MathF.Tanh(x)),
            static (x, _) => -2 * MathF.Tanh(x) * (1 - (MathF.Tanh(x) * MathF.Tanh(x))),
            static (x, _) => 4 * Sigmoid(2 * x) * Sigmoid(-2 * x),
            static (x, _) => -8 * Math.Tanh(x) * Sigmoid(2 * x) * Sigmoid(-2 * x)),
        ["log(exp(x) + exp(y))"] = new(
            "=> MathF.Log(MathF.Exp(x) + MathF.Exp(y))",
            [(100, 99), (-200, -201)],
            static (x, y) => MathF.Log(MathF.Exp(x) + MathF.Exp(y)),
            static (x, y) => MathF.Exp(x) / (MathF.Exp(x) + MathF.Exp(y)),
            static (x, y) => Math.Max(x, y) + Log1P(Math.Exp(-Math.Abs(x - y))),
            static (x, y) => Sigmoid(x - y),
            HasTwoInputs: true),
        ["log(exp(x))"] = new("=> MathF.Log(MathF.Exp(x))", [(100, 0), (-200, 0)], static (x, _) => MathF.Log(MathF.Exp(x)), static (x, _) => MathF.Exp(x) / MathF.Exp(x), static (x, _) => x, static (_, _) => 1),
        ["√exp(x)"] = new(
            "=> MathF.Sqrt(MathF.Exp(x))",
            [(100, 0), (-110, 0)],
            static (x, _) => MathF.Sqrt(MathF.Exp(x)),
            static (x, _) => 0.5f / MathF.Sqrt(MathF.Exp(x)) * MathF.Exp(x),
            static (x, _) => Math.Exp(0.5 * x),
            static (x, _) => 0.5 * Math.Exp(0.5 * x)),
        ["exp(x)^0.25"] = new(
            "=> MathF.Pow(MathF.Exp(x), 0.25f)",
            [(100, 0), (-100, 0)],
            static (x, _) => MathF.Pow(MathF.Exp(x), 0.25f),
            static (x, _) => 0.25f * MathF.Pow(MathF.Exp(x), -0.75f) * MathF.Exp(x),
            static (x, _) => Math.Exp(0.25 * x),
            static (x, _) => 0.25 * Math.Exp(0.25 * x)),
        ["log((exp(x) + exp(−x))/2)"] = new(
            "=> MathF.Log((MathF.Exp(x) + MathF.Exp(-x)) / 2)", [(1e-4, 0), (-0.001, 0), .. Large], static (x, _) => MathF.Log((MathF.Exp(x) + MathF.Exp(-x)) / 2), null, static (x, _) => LogCosh(x), static (x, _) => Math.Tanh(x)),
        ["x + log(1 + exp(−2x)) − log 2"] = new(
            "=> x + MathF.Log(1 + MathF.Exp(-2 * x)) - MathF.Log(2)",
            [(1e-4, 0), (-0.001, 0)],
            static (x, _) => x + MathF.Log(1 + MathF.Exp(-2 * x)) - MathF.Log(2),
            null,
            static (x, _) => LogCosh(x),
            static (x, _) => Math.Tanh(x)),
        ["√(x² + c)"] = new(
            "=> MathF.Sqrt(x * x + 0.25f)",
            [(1e25, 0), (-3e30, 0)],
            static (x, _) => MathF.Sqrt((x * x) + 0.25f),
            static (x, _) => x / MathF.Sqrt((x * x) + 0.25f),
            static (x, _) => Math.Sqrt((x * x) + 0.25),
            static (x, _) => x / Math.Sqrt((x * x) + 0.25)),
        ["√(1 + x²) − 1"] = new(
            "=> MathF.Sqrt(1 + x * x) - 1", [(1e-4, 0), (-1e-10, 0), (1e25, 0)], static (x, _) => MathF.Sqrt(1 + (x * x)) - 1, null, static (x, _) => Excess(x), static (x, _) => x / Math.Sqrt(1 + (x * x))),
    };

    private static double Sigmoid(double x) => x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x));

    private static double Softplus(double x) => Math.Max(x, 0) + Log1P(Math.Exp(-Math.Abs(x)));

    private static double Log1P(double x) => Reference.Log1P(x).Hi;

    private static double ExpM1(double x) => Reference.ExpM1(x) is var exact ? Math.ScaleB(exact.Mantissa.Hi, exact.Exponent) : 0;

    // log cosh x = log1p(2·sinh²(x/2)).
    private static double LogCosh(double x) => Math.Abs(x) > 20 ? Math.Abs(x) - Math.Log(2) : Log1P(2 * Math.Sinh(0.5 * x) * Math.Sinh(0.5 * x));

    private static double Excess(double x) => Math.Abs(x) < 1 ? x * x / (1 + Math.Sqrt(1 + (x * x))) : Math.Sqrt(1 + (x * x)) - 1;
}

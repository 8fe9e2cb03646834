using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Mathematics;
using LossGen.Numerics.Tests.VectorMathTests;

namespace LossGen.Numerics.Tests.Formulas;

/// <summary>
/// Whole losses with the functions that <see cref="RecogniseFunctions"/> knows: where the formula as written has lost precision, the kernel is within a few
/// units.
/// </summary>
public sealed class RecognisedFunctionTests(ITestOutputHelper output)
{
    private const double MostUlps = 4.0;
    private const double LeastGain = 1000.0;

    private static readonly Lazy<CustomLosses> Losses = new(static () => new CustomLosses(RecognisedFunction.All.Keys.Select(LossOf)));

    private static readonly Variable P = new("p", IrType.Single);
    private static readonly Expr X = new Load(new Tensor("x", ScalarType.Single, TensorRole.Input), new Variable("i", IrType.Index), IrType.Single);
    private static readonly Expr Y = new Load(new Tensor("y", ScalarType.Single, TensorRole.Input, Number: 1), new Variable("i", IrType.Index), IrType.Single);

    private static readonly Dictionary<string, Expr> Unlike = new()
    {
        ["log(x + y)"] = Expr.Log(X + Y),
        ["exp(x) − 2"] = Expr.Exp(X) - X.Like(2),
        ["exp(x) + 1"] = Expr.Exp(X) + X.Like(1),
        ["1/(2 + exp(x))"] = X.Like(1) / (X.Like(2) + Expr.Exp(X)),
        ["2 − sigmoid(x)"] = X.Like(2) - Expr.Of(Op.Sigmoid, X),
        ["1 − tanh(x)·tanh(y)"] = X.Like(1) - (Expr.Of(Op.Tanh, X) * Expr.Of(Op.Tanh, Y)),
        ["√(x² + y)"] = Expr.SquareRoot(Expr.Square(X) + Y),
        ["√(x·y + p)"] = Expr.SquareRoot((X * Y) + P),
        ["√(x² − p)"] = Expr.SquareRoot(Expr.Square(X) - P),
        ["rootOfSquarePlus(x, 2) − 1"] = Expr.Of(Op.RootOfSquarePlus, X, X.Like(2)) - X.Like(1),
    };

    public static TheoryData<string> Patterns => [.. RecognisedFunction.All.Keys];

    public static TheoryData<string> Others => [.. Unlike.Keys];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void TheKernelKeepsTheDigitsThatTheFormulaAsItStandsLoses(string pattern)
    {
        RecognisedFunction function = RecognisedFunction.All[pattern];
        foreach ((double px, double py) in function.Points)
        {
            (float x, float y) = ((float)px, (float)py);
            (double value, double[] gradients) = Losses.Value.Run(LossOf(pattern), function.HasTwoInputs ? [x, y] : [x]);
            Check($"{pattern} at {x:R}", function.Exact(x, y), (float)value, function.Naive(x, y));
            Check($"its derivative at {x:R}", function.ExactSlope(x, y), (float)gradients[0], function.NaiveSlope?.Invoke(x, y));
        }
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void WhatOnlyLooksAlikeStaysAsItIs(string pattern) => Assert.Equal(Unlike[pattern], RecogniseFunctions.Expression(Unlike[pattern]));

    private void Check(string what, double exact, float actual, float? naive)
    {
        double error = ((Exact)exact).ErrorInUlps(actual);
        output.WriteLine(FormattableString.Invariant($"{what}: {exact:G9}; the kernel {actual:G9}, {error:F2} ULP off")
            + (naive is { } known ? FormattableString.Invariant($"; as it stands {known:G9}, {((Exact)exact).ErrorInUlps(known):G3} ULP off") : ""));
        Assert.True(error <= MostUlps, $"{what} is {actual}, {error} ULP off {exact}");
        if (naive is { } asItStands)
        {
            double lost = ((Exact)exact).ErrorInUlps(asItStands);
            Assert.True(lost >= LeastGain * Math.Max(error, 0.5), $"{what} as it stands, {asItStands}, is only {lost} ULP off {exact}");
        }
    }

    private static CustomLoss LossOf(string pattern) => new(
        FormattableString.Invariant($"Pattern{RecognisedFunction.All.Keys.ToList().IndexOf(pattern)}"),
        "float",
        RecognisedFunction.All[pattern].HasTwoInputs ? ["x", "y"] : ["x"],
        RecognisedFunction.All[pattern].Formula);
}

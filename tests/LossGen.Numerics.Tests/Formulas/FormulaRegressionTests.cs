namespace LossGen.Numerics.Tests.Formulas;

/// <summary>
/// Formulas on which the compiler once failed, or whose gradient was spoiled by the branch not taken or by an intermediate result outside the type's range.
/// </summary>
public sealed class FormulaRegressionTests
{
    private static int count;

    private static readonly Dictionary<string, (CustomLoss Loss, double[] Point, double Value, double[] Gradients)> Cases = new()
    {
        ["a float in the middle of doubles"] = (Of("double", "x", "=> (double)MathF.Exp((float)x)"), [1.0], (double)MathF.Exp(1), [(double)MathF.Exp(1)]),
        ["a double in the middle of floats"] = (Of("float", "x", "=> (float)Math.Max(0.0, (double)x)"), [1.5], 1.5, [1]),
        ["a double kept in a local of a float formula"] = (Of("float", "x", "{ double square = (double)x * x; double more = square + 1; return (float)(square * more); }"), [2.0], 20, [36]),
        ["a float chosen by a comparison of doubles"] = (Of("float", "x", "=> (double)x > 0.5 ? x * x : 3"), [2.0], 4, [4]),
        ["a double chosen by a comparison of floats"] = (Of("double", "x", "=> (float)x > 0.5f ? x * x : 3"), [2.0], 4, [4]),
        ["the root of a maximum that is not taken"] = (Of("float", "x", "=> MathF.Sqrt(MathF.Max(x, 0))"), [-1.0], 0, [0]),
        ["the root of the second of two maxima"] = (Of("float", "x", "=> MathF.Sqrt(MathF.Max(0, x))"), [-1.0], 0, [0]),
        ["a root of a sum of maxima none of which is taken"] = (Of("float", "x", "=> MathF.Sqrt(MathF.Max(x, 0) + MathF.Max(x - 1, 0))"), [-1.0], 0, [0]),
        ["a minimum that cuts off a pole"] = (Of("float", "x", "=> MathF.Max(1, MathF.Log(x))"), [0.0], 1, [0]),
        ["a maximum in the other precision that cuts off a pole"] = (Of("float", "x", "=> MathF.Sqrt((float)Math.Max((double)x, 0))"), [-1.0], 0, [0]),
        ["x log x behind a guard"] = (Of("float", "x", "=> x > 0 ? x * MathF.Log(x) : 0"), [0.0], 0, [0]),
        ["a logarithm in a local that a guard leaves unused"] = (Of("float", "x", "{ float logarithm = MathF.Log(x); return 2 * (x > 0 ? logarithm * logarithm : 0); }"), [0.0], 0, [0]),
        ["an exponential that overflows behind a guard"] = (Of("float", "x", "=> x < 80 ? MathF.Exp(x) : 1 + x"), [200.0], 201, [1]),
        ["a pole in a local behind two conditions"] = (Of("float", "x", "{ if (x < 1) { return 0; } float inner = x >= 0 ? 0 / x : 0; return inner; }"), [0.0], 0, [0]),
        ["the power 1.5 at 0"] = (Of("float", "x", "=> MathF.Pow(x, 1.5f)"), [0.0], 0, [0]),
        // The derivative, x/√(1 + x²), is not checked: it is computed as ∞/∞.
        ["√(1 + x²) − 1 at ∞"] = (Of("float", "x", "=> MathF.Sqrt(1 + x * x) - 1"), [double.PositiveInfinity], double.PositiveInfinity, []),
        ["conditions that are constant"] = (Of("float", "x", "{ const bool always = true; return always && x > 0 || !always ? x : -x; }"), [-2.0], 2, [-1]),
        ["a condition that two sides assign"] = (Of("float", "x", "{ bool isFar = true; if (x < 1) { isFar = x < -1; } return isFar ? x * x : x; }"), [0.5], 0.5, [1]),
        ["a condition from another method"] = (Of("float", "x", "=> IsFar(x) ? x * x : x; static bool IsFar(float a) { if ((double)a < 1) { return false; } return a > 2; }"), [3.0], 9, [6]),
        ["a minimum of NaN in a local that is not used"] = (
            Of("float", "x", "{ float least = MathF.Min(y, x); if (!(0 < x)) { return x; } return least; }") with { Inputs = ["x", "y"] }, [-2.0, double.NaN], -2, [1, 0]),
        ["a minimum of NaN in a local that a comparison leaves unused"] = (
            Of("float", "x", "{ float least = MathF.Min(2, y / x); return least > 0 ? least : 2; }") with { Inputs = ["x", "y"] }, [0.5, double.NaN], 2, [0, 0]),
        ["the power −2 of a large number"] = (Of("float", "x", "=> 1e18f * MathF.Pow(x, -2)"), [1e9], 1, [-2e-9]),
        ["what a cast rounds off"] = (Of("double", "x", "=> 1e6 * (x - (float)x)"), [0.1], 1e6 * (0.1 - 0.1f), [0]),
        ["what a local of the narrower type rounds off"] = (Of("double", "x", "{ float narrow = (float)x; return 1e6 * (x - narrow); }"), [0.1], 1e6 * (0.1 - 0.1f), [0]),
        ["what a cast rounds off within a float formula"] = (
            Of("float", "x", "{ double third = (double)x / 3; return (float)(1e6 * (third - (float)third)); }"), [1.0], 1e6 * ((1.0 / 3) - (float)(1.0 / 3)), [0]),
        ["a cast of the result"] = (Of("double", "x", "=> (float)(x * 1e5)"), [0.123456789], (float)(0.123456789 * 1e5), [1e5]),
        ["a decay beside what grows faster"] = (Of("float", "x", "=> MathF.Exp(-x) * MathF.Exp(2 * x)"), [110.0], double.NaN, []),
        ["a decay beside its argument and what grows faster"] = (Of("float", "x", "=> x * MathF.Exp(-x) * MathF.Exp(2 * x)"), [110.0], double.NaN, []),
        ["a decay beside another input that is NaN"] = (
            Of("float", "x", "=> x * y * MathF.Exp(-x)") with { Inputs = ["x", "y"] }, [200.0, double.NaN], double.NaN, [double.NaN, 0]),
        ["a decay beside a sum with another input that is NaN"] = (
            Of("float", "x", "=> (x + y) * MathF.Exp(-x)") with { Inputs = ["x", "y"] }, [200.0, double.NaN], double.NaN, [double.NaN, 0]),
        ["a decay beside its argument at ∞"] = (Of("float", "x", "=> x * MathF.Exp(-x)"), [double.PositiveInfinity], 0, [0]),
        ["a decay beside a polynomial of its argument at ∞"] = (
            Of("float", "x", "=> y * (3 - x) * MathF.Sqrt(x) * MathF.Exp(-x) * x * x") with { Inputs = ["x", "y"] }, [double.PositiveInfinity, 2], 0, []),
        ["a float of a double beyond floats, in a local"] = (
            Of("float", "x", "{ double r = Math.Exp(x); return (float)Math.Log(r + y); }") with { Inputs = ["x", "y"] }, [100, 1], 100, [1]),
        ["a float of a double below floats, in a local"] = (
            Of("float", "x", "{ double r = Math.Exp(x); return (float)Math.Log(r + y); }") with { Inputs = ["x", "y"] }, [-110, 0], -110, [1]),
        ["the same without a local"] = (Of("float", "x", "=> (float)Math.Log(Math.Exp(x) + y)") with { Inputs = ["x", "y"] }, [-110, 0], -110, [1]),
        ["a large power of two inside of a small product"] = (
            Of("float", "x", "=> x * (1.1529215e18f * y)") with { Inputs = ["x", "y"] }, [1e-30, 1e-20], 1.1529215046068470e-32, [1.1529215046068470e-2]),
        ["two powers of two whose product floats do not have"] = (Of("float", "x", "=> 1.2676506e30f * (1.2676506e30f * x)"), [1e-30], 1.6069380442589903e30, [double.PositiveInfinity]),
        ["two powers of two whose product rounds to 0"] = (Of("float", "x", "=> 7.888609e-31f * (7.888609e-31f * x)"), [3e38], 1.8669045776046424e-22, [0]),
        ["an exponential to the power 0 where it is infinite"] = (
            Of("float", "x", "=> MathF.Pow(MathF.Exp(x), power)") with { Parameters = ", [Parameter] float power = 0" }, [double.PositiveInfinity], 1, [0]),
        ["an exponential to a power where it is infinite"] = (
            Of("float", "x", "=> MathF.Pow(MathF.Exp(x), power)") with { Parameters = ", [Parameter] float power = 0.5f" }, [100], 5.184705528587072e21, [2.592352764293536e21]),
        ["log(1 − exp(x)) near 0"] = (Of("double", "x", "=> Special.Log1MExp(x)"), [-1e-10], Math.Log(1e-10), [-1e10]),
        ["log(1 − exp(x)) far from 0"] = (Of("float", "x", "=> Special.Log1MExp(x)"), [-40], -Math.Exp(-40), [-Math.Exp(-40)]),
        ["log(1 − exp(x)) at 0"] = (Of("float", "x", "=> Special.Log1MExp(x)"), [0], double.NegativeInfinity, [double.NegativeInfinity]),
        ["log(1 − exp(x)) at −∞"] = (Of("float", "x", "=> Special.Log1MExp(x)"), [double.NegativeInfinity], 0, [0]),
        ["a root less 1 at ∞"] = (Of("float", "x", "=> MathF.Sqrt(1 + x) - 1"), [double.PositiveInfinity], double.PositiveInfinity, [0]),
        ["1 less a root at −∞"] = (Of("double", "x", "=> 1 - Math.Sqrt(1 - x)"), [double.NegativeInfinity], double.NegativeInfinity, [0]),
        ["one over cosh"] = (Of("float", "x", "=> 1 / MathF.Cosh(x)"), [60], 2 * Math.Exp(-60), [-2 * Math.Exp(-60)]),
        ["cosines far apart"] = (Of("float", "x", "=> MathF.Cos(x) - MathF.Cos(1e5f)"), [0.7], Math.Cos(0.7f) - Math.Cos(1e5), [-Math.Sin(0.7f)]),
        ["a number near log 2"] = (Of("double", "x", "=> x + Math.Log(1 + Math.Exp(-2 * x)) - 0.6931472"), [0.0], -1.9440054666566755e-8, [0]),
        ["a scalar with a name of the compiler's own"] = (Of("float", "local0", "{ float square = local0 * local0; return square * square; }"), [2.0], 16, [32]),
    };

    private static readonly Lazy<CustomLosses> Losses = new(static () => new CustomLosses(Cases.Values.Select(static row => row.Loss)));

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AFormulaHasTheValueAndGradientOfTheBranchThatItTakes(string name)
    {
        (CustomLoss loss, double[] point, double value, double[] gradients) = Cases[name];
        (double actual, double[] actualGradients) = Losses.Value.Run(loss, point);
        AssertNear(value, actual);
        for (int i = 0; i < gradients.Length; i++)
        {
            AssertNear(gradients[i], actualGradients[i]);
        }

        static void AssertNear(double expected, double actual) => Assert.Equal(expected, actual, tolerance: double.IsFinite(expected) ? 1e-6 * Math.Abs(expected) : 0);
    }

    /// <summary>What the documents say about products: one that is added to something is rounded with the sum, unless a local variable holds it.</summary>
    [Fact]
    public void AProductInALocalVariableIsRoundedByItself()
    {
        const double X = 0.1f;
        float square = (float)(X * X);
        float difference = (float)((X * X) - square);
        Assert.NotEqual(0, difference);
        CustomLoss contracted = Of("float", "x", "=> x * x - y * y") with { Inputs = ["x", "y"] };
        CustomLoss rounded = Of("float", "x", "{ float a = x * x; float b = y * y; return a - b; }") with { Inputs = ["x", "y"] };
        CustomLosses losses = new([contracted, rounded]);
        Assert.Equal(Math.Abs(difference), Math.Abs(losses.Run(contracted, X, X).Value));
        Assert.Equal(0, losses.Run(rounded, X, X).Value);
    }

    /// <summary>What the documents say about powers that are computed by a root.</summary>
    [Theory]
    [InlineData("0.5f", -0.0, -0.0)]
    [InlineData("-0.5f", -0.0, double.NegativeInfinity)]
    [InlineData("1.5f", -0.0, 0)]
    [InlineData("0.5f", double.NegativeInfinity, double.NaN)]
    [InlineData("-0.5f", double.NegativeInfinity, double.NaN)]
    [InlineData("1.5f", double.NegativeInfinity, double.NaN)]
    public void APowerThatIsARootHasTheRootsValue(string exponent, double x, double value)
    {
        // 1 divided by it shows the sign of a 0, which a sum that starts at 0 loses.
        CustomLoss power = Of("float", "x", $"=> MathF.Pow(x, {exponent})");
        CustomLoss reciprocal = Of("float", "x", $"{{ float power = MathF.Pow(x, {exponent}); return 1 / power; }}");
        CustomLosses losses = new([power, reciprocal]);
        Assert.Equal(value, losses.Run(power, x).Value, tolerance: 0);
        Assert.Equal(1 / value, losses.Run(reciprocal, x).Value, tolerance: 0);
    }

    /// <summary>What the documents say about functions that throw in C#.</summary>
    [Fact]
    public void NothingThrowsInAKernel()
    {
        CustomLoss clamp = Of("float", "x", "=> Math.Clamp(x, 2f, 1f)");
        CustomLoss sign = Of("float", "x", "=> (float)MathF.Sign(x)");
        CustomLosses losses = new([clamp, sign]);
        Assert.All(new[] { 0, 1.5, 3 }, x => Assert.Equal(1, losses.Run(clamp, x).Value));
        Assert.Equal(double.NaN, losses.Run(sign, double.NaN).Value);
    }

    [Theory]
    [InlineData("=> MathF.Sqrt(x * x + x)")]
    [InlineData("=> MathF.Floor(x) * MathF.Sqrt(x + 3)")]
    public void TheValueHasTheSameBitsWithGradientsAndWithout(string body)
    {
        // The derivative divides, the value does not.
        CustomLoss loss = Of("float", "x", body);
        CustomLosses losses = new([loss]);
        float[] points = [.. new Support.Data(3).Uniform(1000, 0, 5).Select(static x => (float)x)];
        Assert.Equal(losses.Forward(loss, points), losses.ForwardBackward(loss, points));
    }

    private static CustomLoss Of(string type, string input, string body) => new(FormattableString.Invariant($"Formula{count++}"), type, [input], body);
}

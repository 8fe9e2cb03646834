namespace LossGen.Numerics.Tests.Formulas;

/// <summary>Formulas that come near the ends of a type's range, or leave it on their way: what C# has in range, the kernel has, and so have gradients.</summary>
public sealed class FormulaRangeTests
{
    private static readonly Dictionary<string, (WrittenLoss Loss, double[] Point, double Value, double Gradient)> Cases = new()
    {
        ["a float of a double beyond floats, in a local"] = (Of(1, "{ double r = Math.Exp(x); return (float)Math.Log(r + y); }", "x", "y"), [100, 1], 100, 1),
        ["a float of a double below floats, in a local"] = (Of(2, "{ double r = Math.Exp(x); return (float)Math.Log(r + y); }", "x", "y"), [-110, 0], -110, 1),
        ["the same without a local"] = (Of(3, "=> (float)Math.Log(Math.Exp(x) + y)", "x", "y"), [-110, 0], -110, 1),
        ["a large power of two inside of a small product"] = (Of(4, "=> x * (1.1529215e18f * y)", "x", "y"), [1e-30, 1e-20], 1.1529215046068470e-32, 1.1529215046068470e-2),
        ["two powers of two whose product floats do not have"] = (Of(5, "=> 1.2676506e30f * (1.2676506e30f * x)", "x"), [1e-30], 1.6069380442589903e30, double.PositiveInfinity),
        ["two powers of two whose product rounds to 0"] = (Of(6, "=> 7.888609e-31f * (7.888609e-31f * x)", "x"), [3e38], 1.8669045776046424e-22, 0),
        ["an exponential to the power 0 where it is infinite"] = (Of(7, "=> MathF.Pow(MathF.Exp(x), power)", "x") with { Parameters = ", [Parameter] float power = 0" }, [double.PositiveInfinity], 1, 0),
        ["an exponential to a power where it is infinite"] = (Of(8, "=> MathF.Pow(MathF.Exp(x), power)", "x") with { Parameters = ", [Parameter] float power = 0.5f" }, [100], 5.184705528587072e21, 2.592352764293536e21),
        ["a number near log 2"] = (Of(9, "=> x + Math.Log(1 + Math.Exp(-2 * x)) - 0.6931472", "x") with { Type = "double" }, [0.0], -1.9440054666566755e-8, 0),
    };

    private static readonly Lazy<WrittenLosses> Losses = new(static () => new WrittenLosses(Cases.Values.Select(static row => row.Loss)));

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AFormulaKeepsWhatItsTypeHolds(string name)
    {
        (WrittenLoss loss, double[] point, double value, double gradient) = Cases[name];
        (double actual, double[] gradients) = Losses.Value.Run(loss, point);
        AssertClose(value, actual);
        AssertClose(gradient, gradients[0]);
    }

    private static void AssertClose(double expected, double actual) =>
        Assert.True(expected.Equals(actual) || Math.Abs(expected - actual) <= 1e-6 * Math.Abs(expected), FormattableString.Invariant($"{actual:R}, not {expected:R}"));

    private static WrittenLoss Of(int number, string body, params string[] inputs) => new(FormattableString.Invariant($"Range{number}"), "float", inputs, body);
}

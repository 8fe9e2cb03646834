using System.Globalization;
using System.Text.Json;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Library;

/// <summary>Second derivatives of elementwise losses: against PyTorch's float64 autograd, and by central differences of the first.</summary>
public sealed class CurvatureTests
{
    private const string PseudoHuber = "[ElementwiseLoss(Curvature = true)] public sealed partial class {0} {{ [Formula] private static {1} Value({1} x, {1} y) {{ {1} ratio = x - y; return Math{2}.Sqrt(1 + ratio * ratio) - 1; }} {3} }}";
    private const string Tweedie = "[ElementwiseLoss(Curvature = true)] public sealed partial class {0} {{ [Formula] private static {1} Value({1} x, {1} y) => 2 * Math{2}.Exp(x / 2) + 2 * y * Math{2}.Exp(-x / 2); {3} }}";
    private const string LogCosh = "[ElementwiseLoss(Curvature = true)] public sealed partial class {0} {{ [Formula] private static {1} Value({1} x, {1} y) => Math{2}.Log(Math{2}.Cosh(x - y)); {3} }}";
    private const string Focal = "[ElementwiseLoss(Curvature = true)] public sealed partial class {0} {{ [Formula] private static {1} Value({1} x, [NoGradient] {1} y) {{ {1} score = (2 * y - 1) * x; {1} miss = 1 / (1 + Math{2}.Exp(score)); return miss * miss * Math{2}.Log(1 + Math{2}.Exp(-score)); }} {3} }}";
    private const string Declared = "[{4}] public sealed partial class {0} {{ {3} }}";

    // Reflection cannot pass spans.
    private const string Run = "public static {1} Run({1}[] x, {1}[] y, {1}[] gradient, {1}[] curvature) => new {0}().ForwardBackwardCurvature(x, y, gradient, curvature);";

    private static readonly Dictionary<string, (string Source, string Attribute)> Losses = new()
    {
        ["squareSecond"] = (Declared, "SquareLoss(Curvature = true, {0})"),
        ["logisticSecond"] = (Declared, "BinaryCrossEntropyWithLogitsLoss(Curvature = true, {0})"),
        ["pseudoHuberSecond"] = (PseudoHuber, ""),
        ["poissonSecond"] = (Declared, "PoissonNLLLoss(Curvature = true, {0})"),
        ["tweedieSecond"] = (Tweedie, ""),
        ["logCoshSecond"] = (LogCosh, ""),
        ["focalSecond"] = (Focal, ""),
        ["huber"] = (Declared, "HuberLoss(Curvature = true, Delta = 1.5, {0})"),
        ["smoothL1"] = (Declared, "SmoothL1Loss(Curvature = true, Beta = 0.5, {0})"),
        ["weighted"] = (Declared, "SquareLoss(Curvature = true, Weight = 3, {0})"),
    };

    private static readonly CompiledInEitherType Compiled = new(static isDouble => Losses.Select(pair => "using System;\nusing LossGen;\n" + Text(
        pair.Value.Source,
        Name(pair.Key),
        isDouble ? "double" : "float",
        isDouble ? "" : "F",
        Text(Run, Name(pair.Key), isDouble ? "double" : "float"),
        Text(pair.Value.Attribute, "Element = ElementType." + (isDouble ? "Double" : "Single")))));

    private static readonly IReadOnlyList<SecondCase> All = ReadAll();

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, All.Count)];

    [Fact]
    public void AllCasesAreFound() => Assert.Equal(49, All.Count);

    [Theory]
    [MemberData(nameof(Indices))]
    public void DerivativesMatch(int index)
    {
        SecondCase golden = All[index];
        foreach (bool isDouble in (bool[])[true, false])
        {
            // Float32 inputs differ from the file's by their rounding, and so do derivatives.
            double bound = isDouble ? 1e-11 : 1e-5;
            (double value, double[] gradient, double[] curvature) = Derivatives(golden.Loss, isDouble, golden.Inputs[0].Values, golden.Inputs[1].Values);
            Assert.Equal(golden.Values.Average(), value, bound * Math.Max(1, Math.Abs(value)));
            Same(golden.Inputs[0].Gradient!, gradient, bound);
            Same(golden.Second, curvature, bound);
        }
    }

    [Theory]
    [InlineData("huber", 1.0, 1.0)]
    [InlineData("smoothL1", 2.0, 2.0)]
    [InlineData("squareSecond", 1.0, 1.0)]
    [InlineData("weighted", 3.0, 3.0)]
    [InlineData("logCoshSecond", 1.0, 0.995)]
    [InlineData("pseudoHuberSecond", 1.0, 0.985)]
    public void WhereNothingIsWrongTheSecondDerivativeIsThatOfThePiece(string loss, double atTarget, double near)
    {
        double[] curvature = Derivatives(loss, isDouble: true, [0.5, 0.6], [0.5, 0.5]).Curvature;
        Assert.Equal(atTarget, curvature[0], 1e-12);
        Assert.Equal(near, curvature[1], 5e-3);
    }

    [Fact]
    public void OfALossWithCornersItIsZeroBeyondThem()
    {
        Assert.Equal([0.0, 0.0, 1.0], Derivatives("huber", isDouble: true, [4, -4, 1], [0, 0, 0]).Curvature);
        Assert.Equal([1.5, -1.5, 1.0], Derivatives("huber", isDouble: true, [4, -4, 1], [0, 0, 0]).Gradient);
    }

    [Theory]
    [InlineData("logisticSecond")]
    [InlineData("poissonSecond")]
    [InlineData("tweedieSecond")]
    [InlineData("focalSecond")]
    [InlineData("logCoshSecond")]
    [InlineData("pseudoHuberSecond")]
    public void ItIsTheSlopeOfTheGradient(string loss)
    {
        double[] x = [.. Enumerable.Range(0, 300).Select(static i => -3 + (0.02 * i))];
        double[] y = [.. x.Select(static (_, i) => (double)(i % 2))];
        double[] curvature = Derivatives(loss, isDouble: true, x, y).Curvature;
        double[] above = Derivatives(loss, isDouble: true, [.. x.Select(static v => v + 1e-5)], y).Gradient;
        double[] below = Derivatives(loss, isDouble: true, [.. x.Select(static v => v - 1e-5)], y).Gradient;
        for (int i = 0; i < x.Length; i++)
        {
            Assert.Equal((above[i] - below[i]) / 2e-5, curvature[i], 1e-8);
        }
    }

    private static void Same(double[] expected, double[] actual, double bound)
    {
        double largest = expected.Max(Math.Abs);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, bound * Math.Max(largest, 1e-300)));
    }

    private static (double Value, double[] Gradient, double[] Curvature) Derivatives(string loss, bool isDouble, double[] x, double[] y)
    {
        System.Reflection.MethodInfo run = Compiled.Type(Name(loss), isDouble).GetMethod("Run")!;
        if (isDouble)
        {
            (double[] first, double[] second) = (new double[x.Length], new double[x.Length]);
            return ((double)run.Invoke(null, [x, y, first, second])!, first, second);
        }

        (float[] gradient, float[] curvature) = (new float[x.Length], new float[x.Length]);
        float value = (float)run.Invoke(null, [x.Select(static v => (float)v).ToArray(), y.Select(static v => (float)v).ToArray(), gradient, curvature])!;
        return (value, [.. gradient.Select(static v => (double)v)], [.. curvature.Select(static v => (double)v)]);
    }

    private static string Name(string loss) => char.ToUpperInvariant(loss[0]) + loss[1..];

    private static string Text(string format, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, format, arguments);

    private static IReadOnlyList<SecondCase> ReadAll()
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Golden", "axis-losses.json"));
        SecondFile all = JsonSerializer.Deserialize<SecondFile>(file, new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
        return [.. all.Cases.Where(static golden => golden.Loss.EndsWith("Second", StringComparison.Ordinal))];
    }

    private sealed record SecondFile(SecondCase[] Cases);

    private sealed record SecondInput(string Name, double[] Values, double[]? Gradient);

    private sealed record SecondCase(string Loss, SecondInput[] Inputs, double[] Values, double[] Second);
}

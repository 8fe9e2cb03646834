using System.Globalization;
using System.Runtime.Intrinsics;
using LossGen.Generator.Kernel;

namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>
/// The special functions of doubles against values computed with 160 bits and more (mpmath), in a golden file: each as the double nearest to it and the double nearest to the rest. The
/// arguments are spread over all magnitudes, dense next to zeros and poles and where the algorithm changes.
/// </summary>
public sealed class SpecialFunctionTests
{
    // Next to zeros between two poles the terms of a reflection cancel.
    private const double OfReflection = 5.6e-17;

    private static readonly ILookup<string, (double X, DoubleDouble Value)> Golden = Read();

    // The function, the errors that its documentation states, and how far off it may be near such a zero.
    private static readonly Dictionary<string, (Func<double, double> Run, double Ulps, double Absolute)> Functions = new()
    {
        ["Erf"] = (VectorMath.Erf, 1.25, 0),
        ["Erfc"] = (VectorMath.Erfc, 1.32, 0),
        ["ErfSlope"] = (VectorMath.ErfSlope, 1.27, 0),
        ["NormalDensity"] = (VectorMath.NormalDensity, 1.00, 0),
        ["NormalCdf"] = (VectorMath.NormalCdf, 1.25, 0),
        ["LogNormalCdf"] = (VectorMath.LogNormalCdf, 1.33, 0),
        ["InverseMillsRatio"] = (VectorMath.InverseMillsRatio, 1.30, 0),
        ["LogGamma"] = (VectorMath.LogGamma, 0.80, OfReflection),
        ["Digamma"] = (VectorMath.Digamma, 1.07, OfReflection),
        ["Trigamma"] = (VectorMath.Trigamma, 1.56, 0),
        ["Polygamma2"] = (static x => VectorMath.Polygamma(2.0, x), 7.5, 1e-14),
        ["Polygamma3"] = (static x => VectorMath.Polygamma(3.0, x), 7.5, 1e-13),
        ["Polygamma4"] = (static x => VectorMath.Polygamma(4.0, x), 7.5, 1e-12),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Fact]
    public void EveryFunctionOfTheFileIsTested() => Assert.Equal(Functions.Keys.Order(StringComparer.Ordinal), Golden.Select(static group => group.Key).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void DoublesAreWithinTheirBounds(string name)
    {
        (Func<double, double> run, double ulps, double absolute) = Functions[name];
        Sweep.Worst worst = Sweep.Worst.None;
        foreach ((double x, DoubleDouble value) in Golden[name])
        {
            double result = run(x);
            if (x > 0 || Math.Abs((value - result).Hi) > absolute)
            {
                worst = worst.Or(new Exact(value, 0).ErrorInUlps(result), x);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"worst error {worst}");
        Assert.True(worst.Error <= ulps, $"{worst}, allowed {ulps}");
    }

    /// <summary>The functions with which the generator folds constants and tests interpret kernels.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void TheEvaluationOfTheOpAgrees(string name)
    {
        bool isPolygamma = name.StartsWith("Polygamma", StringComparison.Ordinal);
        Op op = isPolygamma ? Op.Polygamma : Enum.Parse<Op>(name);
        Assert.All(Golden[name].Where(static row => Math.Abs(row.X) is > 1e-100 and < 1e15), row =>
        {
            double value = Evaluation.Fold(op, isPolygamma ? [name[^1] - '0', row.X] : [row.X])!.Value;
            double allowed = (2e-13 * Math.Abs(row.Value.Hi)) + (row.X < 0 && op is Op.LogGamma or Op.Digamma or Op.Trigamma or Op.Polygamma ? 1e-12 * Math.Max(1, Math.Abs(row.X)) : 1e-300);
            Assert.True(Math.Abs(value - row.Value.Hi) <= allowed, FormattableString.Invariant($"{name}({row.X:R}) = {value:R}, not {row.Value.Hi:R}"));
        });
    }

    [Fact]
    public void DerivativesOfDigammaAreTheSameInEveryLane()
    {
        Assert.All(Golden["Polygamma3"].Select(static row => row.X), static x =>
        {
            Vector256<double> result = VectorMath.Polygamma(Vector256.Create(3.0), Vector256.Create(x, -1, 0.5, x));
            Assert.Equal(BitConverter.DoubleToInt64Bits(VectorMath.Polygamma(3.0, x)), BitConverter.DoubleToInt64Bits(result[0]));
            Assert.Equal(result[0], result[3]);
            Assert.Equal(result[0], VectorMath.Polygamma(Vector512.Create(3.0), Vector512.Create(x))[7]);
            float single = VectorMath.Polygamma(3f, (float)x);
            Assert.Equal(single, VectorMath.Polygamma(Vector256.Create(3f), Vector256.Create((float)x))[5]);
            Assert.Equal(single, VectorMath.Polygamma(Vector512.Create(3f), Vector512.Create((float)x))[13]);
        });
    }

    /// <summary>The names that users call are those functions, bit for bit.</summary>
    [Fact]
    public void TheNamesForUsersAreTheFunctionsOfKernels()
    {
        (Func<double, double> Double, Func<float, float> Single, string Name)[] names =
        [
            (Special.Erf, Special.Erf, "Erf"), (Special.Erfc, Special.Erfc, "Erfc"), (Special.NormalCdf, Special.NormalCdf, "NormalCdf"),
            (Special.LogNormalCdf, Special.LogNormalCdf, "LogNormalCdf"), (Special.LogGamma, Special.LogGamma, "LogGamma"), (Special.Digamma, Special.Digamma, "Digamma"),
            (Special.Trigamma, Special.Trigamma, "Trigamma"),
        ];
        Assert.All(names, name => Assert.All(Golden[name.Name], row =>
        {
            Assert.Equal(Functions[name.Name].Run(row.X), name.Double(row.X));
            Assert.Equal((float)Functions[name.Name].Run((float)row.X), name.Single((float)row.X));
        }));
    }

    private static ILookup<string, (double X, DoubleDouble Value)> Read() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", "special-functions.csv")).Skip(1).Select(static line => line.Split(',')).ToLookup(
            static cells => cells[0],
            static cells => (Number(cells[1]), DoubleDouble.Sum(Number(cells[2]), Number(cells[3]))));

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}

using LossGen.Tests;

namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>
/// The errors of the functions that <see cref="Special"/> composes from others, as kernels do, in units in the last place of the result or, where a sum may
/// cancel, of its larger term.
/// </summary>
public sealed class LogisticAccuracyTests(ITestOutputHelper output)
{
    private static readonly int Samples = RandomRun.IsDeep ? 1_000_000 : 250_000;

    [Fact]
    public void Sigmoid() => AssertWithin(2.5, Special.Sigmoid, Special.Sigmoid, Reference.Sigmoid);

    [Fact]
    public void Swish() => AssertWithin(3.5, Special.Swish, Special.Swish, Reference.Swish);

    [Fact]
    public void Softplus() => AssertWithin(1.6, Special.Softplus, Special.Softplus, Reference.Softplus);

    [Fact]
    public void Log1MExp() => AssertWithin(2, static x => Special.Log1MExp(-Math.Abs(x)), static x => Special.Log1MExp(-Math.Abs(x)), static x => Reference.Log1MExp(-Math.Abs(x)));

    [Fact]
    public void LogAddExp() => AssertWithin(2, Special.LogAddExp, Special.LogAddExp, Reference.LogAddExp);

    [Fact]
    public void LogSubExp() => AssertWithin(
        2.3,
        static (a, b) => Special.LogSubExp(Math.Max(a, b), Math.Min(a, b)),
        static (a, b) => Special.LogSubExp(Math.Max(a, b), Math.Min(a, b)),
        static (a, b) => Reference.LogSubExp(Math.Max(a, b), Math.Min(a, b)));

    private void AssertWithin(double ulps, Func<float, float, float> single, Func<double, double, double> @double, Func<double, double, DoubleDouble> exact)
    {
        Random random = new(3);
        (double worstSingle, double worstDouble) = (0, 0);
        for (int i = 0; i < Samples; i++)
        {
            double a = Argument(random, i);
            double b = (i % 3) switch { 0 => Argument(random, i / 3), 1 => a + VectorMathTests.Samples.Between(random, -40, 40), _ => VectorMathTests.Samples.Near(random, a) };
            (float c, float d) = ((float)a, (float)b);
            worstDouble = Math.Max(worstDouble, a == b ? 0 : Error(exact(a, b), @double(a, b), a, b, 52));
            worstSingle = Math.Max(worstSingle, c == d ? 0 : Error(exact(c, d), single(c, d), c, d, 23));
        }

        Assert(ulps, worstSingle, worstDouble);
    }

    // In units of the greater argument, or of the number added to it, which varies with the difference of the arguments.
    private static double Error(DoubleDouble exact, double actual, double a, double b, int mantissaBits)
    {
        double greater = Math.Max(a, b);
        double larger = Math.Max(Math.Abs(greater), (1 + Math.Abs(a - b)) * Math.Abs((exact - greater).Hi));
        return Math.Abs((exact - actual).Hi) / Math.ScaleB(1, Math.ILogB(larger) - mantissaBits);
    }

    private void AssertWithin(double ulps, Func<float, float> single, Func<double, double> @double, Func<double, Exact> exact)
    {
        Random random = new(2);
        (double worstSingle, double worstDouble) = (0, 0);
        for (int i = 0; i < Samples; i++)
        {
            double x = Argument(random, i);
            worstDouble = Math.Max(worstDouble, exact(x).ErrorInUlps(@double(x)));
            worstSingle = Math.Max(worstSingle, exact((float)x).ErrorInUlps(single((float)x)));
        }

        Assert(ulps, worstSingle, worstDouble);
    }

    private void Assert(double ulps, double worstSingle, double worstDouble)
    {
        output.WriteLine(FormattableString.Invariant($"float {worstSingle:F3}, double {worstDouble:F3} ULP"));
        Xunit.Assert.InRange(worstSingle, 0, ulps);
        Xunit.Assert.InRange(worstDouble, 0, ulps);
    }

    // Where float results are normal, and of all sizes.
    private static double Argument(Random random, int family) => (family % 4) switch
    {
        0 => VectorMathTests.Samples.Between(random, -80, 80),
        1 => VectorMathTests.Samples.Between(random, -2, 2),
        2 => VectorMathTests.Samples.WithSign(random, VectorMathTests.Samples.OfBits(random, 1e-30, 80)),
        _ => VectorMathTests.Samples.Near(random, -Math.Log(2)),
    };
}

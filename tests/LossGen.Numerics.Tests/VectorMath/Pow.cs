namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>The exact results of pow, and its difficult arguments.</summary>
internal static class Pow
{
    private const double SmallestNormal = 2.2250738585072014e-308;

    /// <summary>pow(x, y) for x above 0, both numbers.</summary>
    public static Exact Exact(double x, double y)
    {
        double exponent = y * Math.Log2(x);
        return exponent switch
        {
            > 1200 => double.PositiveInfinity,
            < -1200 => 0.0,
            _ => Reference.Exp(Reference.Log(x) * y),
        };
    }

    /// <summary>
    /// Arguments of one of several families, numbered from 0; numbers beyond the last start over. Results up to the binary exponent
    /// <paramref name="greatest"/> are as likely as others.
    /// </summary>
    public static (double X, double Y) Sample(Random random, int family, double greatest)
    {
        double x = (family % 6) switch
        {
            0 => Samples.OfBits(random, double.Epsilon, double.MaxValue),
            1 => Samples.Between(random, 0.001, 20),
            2 => Samples.Near(random, 1),
            3 => Samples.Near(random, Math.ScaleB(Math.Sqrt(0.5), random.Next(-1020, 1023))),
            4 => Samples.OfBits(random, double.Epsilon, SmallestNormal),
            _ => Samples.AtPowerOfTwo(random, -1074, 1023),
        };
        double y = random.Next(4) switch
        {
            0 => Samples.Between(random, -5, 5),
            1 => random.Next(-10, 11) * 0.5,
            2 => Samples.WithSign(random, Samples.OfBits(random, 1e-20, 1e20)),
            _ => Samples.Between(random, -1.1, 1.1) * greatest / Math.Log2(x),
        };
        return (x, double.IsFinite(y) ? y : 1);
    }
}

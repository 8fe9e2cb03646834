namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>Arguments of sine and cosine.</summary>
internal static class Angles
{
    // Doubles nearest to a multiple of π/2: 6381956970095103·2^797 is the nearest of all.
    private static readonly double[] NearMultiples =
        [Math.ScaleB(6381956970095103, 797), 3.141592653589793, 1.5707963267948966, 6.283185307179586, 823549.6644889861];

    public static double Sample(Random random, int family) => (family % 8) switch
    {
        0 => Samples.Between(random, -7, 7),
        1 => Samples.Between(random, -1.1e6, 1.1e6),
        2 => Samples.WithSign(random, Samples.OfBits(random, 0, double.MaxValue)),
        3 => Samples.Near(random, random.Next(-700_000, 700_000) * (Math.PI / 2)),
        4 => Samples.WithSign(random, Samples.Near(random, NearMultiples[random.Next(NearMultiples.Length)])),
        5 => Samples.WithSign(random, Samples.OfBits(random, 1e-9, 1e6)),
        6 => Samples.Near(random, Math.ScaleB(1, random.Next(2) == 0 ? 20 : 30)),
        _ => Samples.WithSign(random, Samples.AtPowerOfTwo(random, -1074, 1023)),
    };
}

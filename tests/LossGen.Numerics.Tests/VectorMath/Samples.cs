namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>Ways to draw an argument.</summary>
internal static class Samples
{
    public static double Between(Random random, double low, double high) => low + ((high - low) * random.NextDouble());

    /// <summary>Uniform in the bit patterns between two numbers that are not negative: every binade is equally likely.</summary>
    public static double OfBits(Random random, double low, double high) => BitConverter.Int64BitsToDouble(
        random.NextInt64(BitConverter.DoubleToInt64Bits(low), BitConverter.DoubleToInt64Bits(high) + 1));

    /// <summary>From <paramref name="x"/> itself and its neighbours up to a thousandth away, the nearer the likelier.</summary>
    public static double Near(Random random, double x)
    {
        long distance = random.NextInt64(1L << random.Next(1, 43));
        long magnitude = BitConverter.DoubleToInt64Bits(Math.Abs(x));
        magnitude = random.Next(2) == 0 ? magnitude + distance : Math.Max(0, magnitude - distance);
        return Math.CopySign(BitConverter.Int64BitsToDouble(magnitude), x);
    }

    /// <summary>A power of two or one of its two neighbours.</summary>
    public static double AtPowerOfTwo(Random random, int minExponent, int maxExponent)
    {
        double power = Math.ScaleB(1, random.Next(minExponent, maxExponent + 1));
        return random.Next(3) switch
        {
            0 => power,
            1 => Math.BitIncrement(power),
            _ => Math.BitDecrement(power),
        };
    }

    public static double WithSign(Random random, double x) => random.Next(2) == 0 ? x : -x;
}

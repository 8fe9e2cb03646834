namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>
/// The exact result of a function: <c>Mantissa · 2^Exponent</c> before any rounding, or, with an infinite or NaN mantissa, that
/// value itself.
/// </summary>
internal readonly record struct Exact(DoubleDouble Mantissa, int Exponent)
{
    public static implicit operator Exact(DoubleDouble value) => new(value, 0);

    public static implicit operator Exact(double value) => new(value, 0);

    /// <summary>The distance of <paramref name="result"/> in units in the last place of a float of this size.</summary>
    public double ErrorInUlps(float result) => ErrorInUlps(result, -126, 127, 23);

    /// <summary>The distance of <paramref name="result"/> in units in the last place of a double of this size.</summary>
    public double ErrorInUlps(double result) => ErrorInUlps(result, -1022, 1023, 52);

    private double ErrorInUlps(double result, int minExponent, int maxExponent, int mantissaBits)
    {
        if (!double.IsFinite(Mantissa.Hi))
        {
            return result.Equals(Mantissa.Hi) ? 0 : double.PositiveInfinity;
        }

        if (double.IsNaN(result))
        {
            return double.PositiveInfinity;
        }

        // The exponent of the unrounded value; a subnormal has the ulp of the smallest normal number.
        int exponent = Mantissa.Hi == 0 ? minExponent : Math.ILogB(Mantissa.Hi) + Exponent;
        if (double.IsPow2(Math.Abs(Mantissa.Hi)) && Mantissa.Lo * Mantissa.Hi < 0)
        {
            exponent--;
        }

        if (double.IsInfinity(result) && exponent > maxExponent && double.IsPositive(result) == double.IsPositive(Mantissa.Hi))
        {
            return 0;
        }

        // Infinity counts as the power of two that would follow the largest number.
        double scaled = double.IsInfinity(result)
            ? Math.CopySign(Math.ScaleB(1, maxExponent + 1 - Exponent), result)
            : Math.ScaleB(result, -Exponent);
        double ulp = Math.ScaleB(1, Math.Clamp(exponent, minExponent, maxExponent) - mantissaBits - Exponent);
        return Math.Abs((Mantissa - scaled).Hi) / ulp;
    }
}

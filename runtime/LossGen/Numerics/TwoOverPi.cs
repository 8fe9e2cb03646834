namespace LossGen;

/// <summary>Large angles without their multiples of π/2, by the digits of 2/π that matter: the method of Payne and Hanek (1983).</summary>
internal static class TwoOverPi
{
    // 64 zeros and the first 1216 binary digits of 2/π.
    private static ReadOnlySpan<ulong> Digits =>
    [
        0,
        0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561, 0xB7246E3A424DD2E0,
        0x06492EEA09D1921C, 0xFE1DEB1CB129A73E, 0xE88235F52EBB4484, 0xE99C7026B45F7E41, 0x3991D639835339F4,
        0x9C845F8BBDF9283B, 0x1FF897FFDE05980F, 0xEF2F118B5A0A6D1F, 0x6D367ECF27CB09B7, 0x4F463F669E5FEA2D,
        0x7527BAC7EBE5F17B, 0x3D0739F78A5292EA, 0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB,
    ];

    // π/2 and what that leaves out.
    private const double HalfPi = 1.5707963267948966;
    private const double HalfPiLow = 6.123233995736766e-17;

    /// <summary>x = subtracted·π/2 + high + low, up to a multiple of 2π, with |high| up to π/4.</summary>
    /// <param name="x">A number, at least 2^20 in magnitude.</param>
    public static (double High, double Low, long Subtracted) Reduce(double x)
    {
        // |x| = mantissa·2^exponent. Digits of 2/π that stand for 4 and its multiples in the product are left out before: 192 others are
        // enough for a product with an error below 2^-136, when no double comes nearer to a multiple of π/2 than 2^-62.
        long bits = BitConverter.DoubleToInt64Bits(x);
        ulong mantissa = ((ulong)bits & 0x000FFFFFFFFFFFFF) | 0x0010000000000000;
        int exponent = ((int)(bits >> 52) & 0x7FF) - 1075;
        int first = 64 + exponent - 2;
        UInt128 low = (UInt128)mantissa * DigitsFrom(first + 128);
        UInt128 middle = ((UInt128)mantissa * DigitsFrom(first + 64)) + (low >> 64);
        ulong top = (mantissa * DigitsFrom(first)) + (ulong)(middle >> 64);

        // The two highest bits are the whole quarters, what follows is a fraction of one; from a half on, it is missing to the next.
        UInt128 fraction = (new UInt128(top, (ulong)middle) << 2) | ((ulong)low >> 62);
        bool above = (Int128)fraction < 0;
        UInt128 distance = above ? UInt128.Zero - fraction : fraction;
        long quarters = (long)(top >> 62) + (above ? 1 : 0);

        // The leading 53 digits of the distance and the next 53, each times π/2.
        int zeros = (int)UInt128.LeadingZeroCount(distance);
        distance <<= zeros;
        double scale = BitConverter.Int64BitsToDouble((1023L - zeros) << 52);
        double leading = (ulong)(distance >> 75) * 1.1102230246251565e-16 * scale;
        double trailing = (ulong)((distance << 53) >> 75) * 1.232595164407831e-32 * scale;
        double product = leading * HalfPi;
        double productLow = Math.FusedMultiplyAdd(leading, HalfPi, -product) + Math.FusedMultiplyAdd(leading, HalfPiLow, trailing * HalfPi);
        double high = product + productLow;
        double rest = product - high + productLow;
        return above ^ (x < 0) ? (-high, -rest, x < 0 ? -quarters : quarters) : (high, rest, x < 0 ? -quarters : quarters);
    }

    private static ulong DigitsFrom(int position)
    {
        int shift = position & 63;
        ulong digits = Digits[position >> 6] << shift;
        return shift == 0 ? digits : digits | (Digits[(position >> 6) + 1] >> (64 - shift));
    }
}

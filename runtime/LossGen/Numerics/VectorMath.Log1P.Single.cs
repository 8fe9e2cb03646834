using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The natural logarithm of 1 + <paramref name="x"/>: the bits of a lane of <see cref="Log1P(Vector256{float})"/>.</summary>
    public static float Log1P(float x) => Log1P(Create(x)).ToScalar();

    /// <summary>
    /// The natural logarithm of 1 + <paramref name="x"/>, which is not below 0: the bits of a lane of
    /// <see cref="Log1PNonNegative(Vector256{float})"/>.
    /// </summary>
    public static float Log1PNonNegative(float x) => Log1PNonNegative(Create(x)).ToScalar();

    /// <summary>
    /// The natural logarithm of 1 + <paramref name="x"/>, which is from 0 to 1: the bits of a lane of
    /// <see cref="Log1POfFraction(Vector256{float})"/>.
    /// </summary>
    public static float Log1POfFraction(float x) => Log1POfFraction(Create(x)).ToScalar();

    private static class Log1PSingle
    {
        public const int OneBits = 0x3F800000;

        // 2^126: up to here 2^-n is a normal number. Above, x is scaled by 2^-64.
        public const int HugeBits = 0x7E800000;
        public const float Huge = 8.507059e37f;
        public const float HugeScale = 5.421011e-20f;
        public const float HugeExponent = 64f;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>e to the power of each lane, none of them above 0.</summary>
    /// <remarks>
    /// The bits of <see cref="Exp(Vector256{float})"/>, in less time, down to about -87.68, where that is 0.7 times the smallest normal
    /// number; below, 0. Worst error over all floats with a normal result: 0.90 ULP. ExpNonPositive(±0) is exactly 1,
    /// ExpNonPositive(-∞) is 0 and NaN stays NaN. Above 0 the result is unspecified.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ExpNonPositive(Vector256<float> x)
    {
        // The steps are those of Exp, where they are explained, but for the power of two: it need not be split in factors when it
        // cannot overflow and has 0 in place of the subnormals, which is what an exponent of 0 stands for.
        x = MaxNative(Create(ExpNonPositiveSingle.Least), x);

        Vector256<float> shifted = FusedMultiplyAdd(x, Create(ExpSingle.Log2E), Create(ExpNonPositiveSingle.Rounder));
        Vector256<float> n = shifted - Create(ExpNonPositiveSingle.Rounder);
        Vector256<float> r = FusedMultiplyAdd(n, Create(-ExpSingle.Ln2High), x);
        r = FusedMultiplyAdd(n, Create(-ExpSingle.Ln2Low), r);

        // Multiplied last, so that nothing before is subnormal.
        return FusedMultiplyAdd(r, ExpQuotient(r), Create(1f)) * (shifted.AsInt32() << 23).AsSingle();
    }

    /// <summary>
    /// e to the power of <paramref name="x"/>, which is not above 0: the bits of a lane of <see cref="ExpNonPositive(Vector256{float})"/>.
    /// </summary>
    public static float ExpNonPositive(float x) => ExpNonPositive(Create(x)).ToScalar();

    /// <summary>e to the power of each lane, none of them above 0.</summary>
    /// <remarks>
    /// The bits of <see cref="Exp(Vector256{double})"/>, in less time, down to about -708.74, where that is 0.7 times the smallest normal
    /// number; below, 0. Worst error measured where the result is normal: 0.90 ULP. ExpNonPositive(±0) is exactly 1,
    /// ExpNonPositive(-∞) is 0 and NaN stays NaN. Above 0 the result is unspecified.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ExpNonPositive(Vector256<double> x)
    {
        x = MaxNative(Create(ExpNonPositiveDouble.Least), x);

        Vector256<double> shifted = FusedMultiplyAdd(x, Create(ExpDouble.Log2E), Create(ExpNonPositiveDouble.Rounder));
        Vector256<double> n = shifted - Create(ExpNonPositiveDouble.Rounder);
        Vector256<double> r = FusedMultiplyAdd(n, Create(-ExpDouble.Ln2High), x);
        r = FusedMultiplyAdd(n, Create(-ExpDouble.Ln2Low), r);
        return FusedMultiplyAdd(r, ExpQuotient(r), Create(1.0)) * (shifted.AsInt64() << 52).AsDouble();
    }

    /// <summary>
    /// e to the power of <paramref name="x"/>, which is not above 0: the bits of a lane of <see cref="ExpNonPositive(Vector256{double})"/>.
    /// </summary>
    public static double ExpNonPositive(double x) => ExpNonPositive(Create(x)).ToScalar();

    private static class ExpNonPositiveSingle
    {
        // n is -127 there, the biased exponent 0.
        public const float Least = -88f;

        // 1.5·2^23 and the exponent bias.
        public const float Rounder = 12582912f + 127f;
    }

    private static class ExpNonPositiveDouble
    {
        public const double Least = -709.0;
        public const double Rounder = 6755399441055744.0 + 1023.0;
    }
}

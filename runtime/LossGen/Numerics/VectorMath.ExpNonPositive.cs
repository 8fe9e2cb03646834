using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>
    /// e to the power of <paramref name="x"/>, which is not above 0: the bits of a lane of <see cref="ExpNonPositive(Vector256{float})"/>.
    /// </summary>
    public static float ExpNonPositive(float x) => ExpNonPositive(Create(x)).ToScalar();

    /// <summary>
    /// e to the power of <paramref name="x"/>, which is not above 0: the bits of a lane of <see cref="ExpNonPositive(Vector256{double})"/>.
    /// </summary>
    public static double ExpNonPositive(double x) => ExpNonPositive(Create(x)).ToScalar();

    private static class ExpNonPositiveSingle
    {
        // 1.5·2^23, the exponent bias, and 64 for the scale.
        public const float Rounder = 12582912f + 127f + 64f;

        // 2^-64
        public const float Unscale = 5.421010862427522e-20f;
    }

    private static class ExpNonPositiveDouble
    {
        // 1.5·2^52, the exponent bias, and 128 for the scale.
        public const double Rounder = 6755399441055744.0 + 1023.0 + 128.0;

        // 2^-128
        public const double Unscale = 2.938735877055719e-39;
    }
}

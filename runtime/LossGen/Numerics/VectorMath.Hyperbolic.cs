using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The hyperbolic sine of <paramref name="x"/>: the bits of a lane of <see cref="Sinh(Vector256{double})"/>.</summary>
    public static double Sinh(double x) => Sinh(Create(x)).ToScalar();

    /// <summary>The hyperbolic sine of <paramref name="x"/>: the bits of a lane of <see cref="Sinh(Vector256{float})"/>.</summary>
    public static float Sinh(float x) => Sinh(Create(x)).ToScalar();

    /// <summary>The hyperbolic cosine of <paramref name="x"/>: the bits of a lane of <see cref="Cosh(Vector256{double})"/>.</summary>
    public static double Cosh(double x) => Cosh(Create(x)).ToScalar();

    /// <summary>The hyperbolic cosine of <paramref name="x"/>: the bits of a lane of <see cref="Cosh(Vector256{float})"/>.</summary>
    public static float Cosh(float x) => Cosh(Create(x)).ToScalar();

    /// <summary>The inverse hyperbolic sine of <paramref name="x"/>: the bits of a lane of <see cref="Asinh(Vector256{double})"/>.</summary>
    public static double Asinh(double x) => Asinh(Create(x)).ToScalar();

    /// <summary>The inverse hyperbolic sine of <paramref name="x"/>: the bits of a lane of <see cref="Asinh(Vector256{float})"/>.</summary>
    public static float Asinh(float x) => Asinh(Create(x)).ToScalar();

    /// <summary>The inverse hyperbolic cosine of <paramref name="x"/>: the bits of a lane of <see cref="Acosh(Vector256{double})"/>.</summary>
    public static double Acosh(double x) => Acosh(Create(x)).ToScalar();

    /// <summary>The inverse hyperbolic cosine of <paramref name="x"/>: the bits of a lane of <see cref="Acosh(Vector256{float})"/>.</summary>
    public static float Acosh(float x) => Acosh(Create(x)).ToScalar();

    /// <summary>The inverse hyperbolic tangent of <paramref name="x"/>: the bits of a lane of <see cref="Atanh(Vector256{double})"/>.</summary>
    public static double Atanh(double x) => Atanh(Create(x)).ToScalar();

    /// <summary>The inverse hyperbolic tangent of <paramref name="x"/>: the bits of a lane of <see cref="Atanh(Vector256{float})"/>.</summary>
    public static float Atanh(float x) => Atanh(Create(x)).ToScalar();

    /// <summary>The hyperbolic tangent of <paramref name="x"/>: the bits of a lane of <see cref="Tanh(Vector256{float})"/>.</summary>
    public static float Tanh(float x) => Tanh(Create(x)).ToScalar();

    /// <summary>The hyperbolic tangent of <paramref name="x"/>: the bits of a lane of <see cref="Tanh(Vector256{double})"/>.</summary>
    public static double Tanh(double x) => Tanh(Create(x)).ToScalar();

    private static class SinhDouble
    {
        // From here on the results overflow.
        public const double Overflow = 710.6;

        // 1.5·2^52 and the exponent bias, with a factor of a quarter.
        public const double QuarteringRounder = 6755399441055744.0 + 1021.0;

        // 2^1000; the reciprocal of what is as large is nothing beside it.
        public const double Huge = 1.0715086071862673e+301;

        // 2^-28
        public const double Tiny = 3.725290298461914e-09;
    }

    private static class AsinhDouble
    {
        // 2^60
        public const double Large = 1152921504606846976.0;
    }

    private static class TanhSingle
    {
        // From here on the result is 1.
        public const float Saturation = 10f;
    }

    private static class TanhDouble
    {
        // From here on the result is 1.
        public const double Saturation = 20.0;
    }
}

using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The arctangent of each lane, in radians.</summary>
    /// <remarks>
    /// Atan(±0) is ±0, Atan(±∞) is ±π/2 and NaN stays NaN.
    /// Worst error measured: 0.62 ULP of a double, 0.51 ULP of a float. A lane's result does not depend on its position.
    /// <para>
    /// Made for this library: the angle of the point (1, x), turned back by that of slope 0, ½ or 1, in two parts until the last sum.
    /// </para>
    /// </remarks>
    public static Vector256<double> Atan(Vector256<double> x)
    {
        // From 2^60 on it is π/2 but for less than the last place.
        Vector256<double> magnitude = MinNative(Create(1152921504606846976.0), Abs(x));
        Vector256<double> angle = AngleInParts(magnitude, Vector256<double>.Zero, Create(1.0), Vector256<double>.Zero, out Vector256<double> low);
        return CopySign(angle + low, x);
    }

    /// <inheritdoc cref="Atan(Vector256{double})"/>
    public static Vector256<float> Atan(Vector256<float> x) => Narrow(Atan(WidenLower(x)), Atan(WidenUpper(x)));

    /// <inheritdoc cref="Atan(Vector256{double})"/>
    public static Vector512<double> Atan(Vector512<double> x) => Vector512.Create(Atan(x.GetLower()), Atan(x.GetUpper()));

    /// <inheritdoc cref="Atan(Vector256{double})"/>
    public static Vector512<float> Atan(Vector512<float> x) => Vector512.Create(Atan(x.GetLower()), Atan(x.GetUpper()));

    /// <summary>The arctangent of <paramref name="x"/>: the bits of a lane of <see cref="Atan(Vector256{double})"/>.</summary>
    public static double Atan(double x) => Atan(Create(x)).ToScalar();

    /// <summary>The arctangent of <paramref name="x"/>: the bits of a lane of <see cref="Atan(Vector256{float})"/>.</summary>
    public static float Atan(float x) => Atan(Create(x)).ToScalar();

    /// <summary>The angle, from -π to π in radians, of each point with the coordinates <paramref name="x"/> and <paramref name="y"/>.</summary>
    /// <remarks>
    /// Zeros and infinities as IEEE 754 has them for atan2: the angle of (-0, 0) is π, that of (∞, ∞) is π/4. NaN stays NaN.
    /// Worst error measured: 0.62 where the result is normal and 1.0 ULP of a double elsewhere, 0.51 ULP of a float. A lane's result does not depend on its position.
    /// <para>
    /// Made for this library, like <see cref="Atan(Vector256{double})"/>, the quotient of the coordinates being taken in two parts.
    /// </para>
    /// </remarks>
    public static Vector256<double> Atan2(Vector256<double> y, Vector256<double> x)
    {
        Vector256<double> xMagnitude = Abs(x);
        Vector256<double> yMagnitude = Abs(y);
        Vector256<double> greater = Max(xMagnitude, yMagnitude);

        // Of infinite coordinates the angle is that of 1 and 0; the origin has the angle of (1, 0).
        Vector256<double> infinite = IsPositiveInfinity(greater);
        xMagnitude = ConditionalSelect(infinite, IsPositiveInfinity(xMagnitude) & Create(1.0), xMagnitude);
        yMagnitude = ConditionalSelect(infinite, IsPositiveInfinity(yMagnitude) & Create(1.0), yMagnitude);
        xMagnitude = ConditionalSelect(IsZero(greater), Create(1.0), xMagnitude);

        // A power of two takes both to where sums do not overflow and differences keep their last bits.
        Vector256<double> scale = ConditionalSelect(GreaterThan(greater, Create(AngleScale.Large)), Create(AngleScale.Down), Create(1.0));
        scale = ConditionalSelect(LessThan(greater, Create(AngleScale.Small)), Create(AngleScale.Up), scale);
        Vector256<double> angle = AngleInParts(yMagnitude * scale, Vector256<double>.Zero, xMagnitude * scale, Vector256<double>.Zero, out Vector256<double> low);
        return CopySign(AngleBySign(angle, low, x), y);
    }

    /// <inheritdoc cref="Atan2(Vector256{double}, Vector256{double})"/>
    public static Vector256<float> Atan2(Vector256<float> y, Vector256<float> x) =>
        Narrow(Atan2(WidenLower(y), WidenLower(x)), Atan2(WidenUpper(y), WidenUpper(x)));

    /// <inheritdoc cref="Atan2(Vector256{double}, Vector256{double})"/>
    public static Vector512<double> Atan2(Vector512<double> y, Vector512<double> x) =>
        Vector512.Create(Atan2(y.GetLower(), x.GetLower()), Atan2(y.GetUpper(), x.GetUpper()));

    /// <inheritdoc cref="Atan2(Vector256{double}, Vector256{double})"/>
    public static Vector512<float> Atan2(Vector512<float> y, Vector512<float> x) =>
        Vector512.Create(Atan2(y.GetLower(), x.GetLower()), Atan2(y.GetUpper(), x.GetUpper()));

    /// <summary>The angle of the point (<paramref name="x"/>, <paramref name="y"/>): the bits of a lane of <see cref="Atan2(Vector256{double}, Vector256{double})"/>.</summary>
    public static double Atan2(double y, double x) => Atan2(Create(y), Create(x)).ToScalar();

    /// <summary>The angle of the point (<paramref name="x"/>, <paramref name="y"/>): the bits of a lane of <see cref="Atan2(Vector256{float}, Vector256{float})"/>.</summary>
    public static float Atan2(float y, float x) => Atan2(Create(y), Create(x)).ToScalar();

    private static class AngleScale
    {
        // 2^1000 and 2^-200, 2^-700 and 2^300
        public const double Large = 1.0715086071862673e+301;
        public const double Down = 6.223015277861142e-61;
        public const double Small = 1.9010815379079637e-211;
        public const double Up = 2.037035976334486e+90;
    }
}

using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <inheritdoc cref="Atan(Vector256{double})"/>
    public static Vector256<float> Atan(Vector256<float> x) => Narrow(Atan(WidenLower(x)), Atan(WidenUpper(x)));

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
}

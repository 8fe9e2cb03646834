using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The arcsine of each lane, in radians.</summary>
    /// <remarks>
    /// Asin(±0) is ±0, Asin(±1) is ±π/2; beyond 1 and of NaN it is NaN.
    /// Worst error measured: 0.62 ULP of a double, 0.51 ULP of a float. A lane's result does not depend on its position.
    /// <para>
    /// Made for this library: the angle of the point (√(1 - x²), x), whose coordinates have two parts.
    /// </para>
    /// </remarks>
    public static Vector256<double> Asin(Vector256<double> x)
    {
        Vector256<double> magnitude = Abs(x);
        Vector256<double> square = OneMinusSquareInParts(magnitude, out Vector256<double> squareLow);
        Vector256<double> root = RootInParts(square, squareLow, out Vector256<double> rootLow);
        Vector256<double> angle = AngleInParts(magnitude, Vector256<double>.Zero, root, rootLow, out Vector256<double> low);
        return CopySign(angle + low, x);
    }

    /// <inheritdoc cref="Asin(Vector256{double})"/>
    public static Vector256<float> Asin(Vector256<float> x) => Narrow(Asin(WidenLower(x)), Asin(WidenUpper(x)));

    /// <summary>The arccosine of each lane, in radians.</summary>
    /// <remarks>
    /// From 0 at 1 to π at -1; beyond these and of NaN it is NaN.
    /// Worst error measured: 0.61 ULP of a double, 0.51 ULP of a float. A lane's result does not depend on its position.
    /// <para>
    /// Made for this library: the angle of the point (x, √(1 - x²)), whose coordinates have two parts.
    /// </para>
    /// </remarks>
    public static Vector256<double> Acos(Vector256<double> x)
    {
        Vector256<double> magnitude = Abs(x);
        Vector256<double> square = OneMinusSquareInParts(magnitude, out Vector256<double> squareLow);
        Vector256<double> root = RootInParts(square, squareLow, out Vector256<double> rootLow);
        Vector256<double> angle = AngleInParts(root, rootLow, magnitude, Vector256<double>.Zero, out Vector256<double> low);
        return AngleBySign(angle, low, x);
    }

    /// <inheritdoc cref="Acos(Vector256{double})"/>
    public static Vector256<float> Acos(Vector256<float> x) => Narrow(Acos(WidenLower(x)), Acos(WidenUpper(x)));
}

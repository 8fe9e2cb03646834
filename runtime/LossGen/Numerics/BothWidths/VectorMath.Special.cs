using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

// The special functions of floats: those of doubles, rounded at the end, which leaves hardly more than that rounding's half a unit in the last place.
public static partial class VectorMath
{
    /// <inheritdoc cref="Erf(Vector256{double})"/>
    public static Vector256<float> Erf(Vector256<float> x) => Narrow(Erf(WidenLower(x)), Erf(WidenUpper(x)));

    /// <inheritdoc cref="Erfc(Vector256{double})"/>
    public static Vector256<float> Erfc(Vector256<float> x) => Narrow(Erfc(WidenLower(x)), Erfc(WidenUpper(x)));

    /// <inheritdoc cref="ErfSlope(Vector256{double})"/>
    public static Vector256<float> ErfSlope(Vector256<float> x) => Narrow(ErfSlope(WidenLower(x)), ErfSlope(WidenUpper(x)));

    /// <inheritdoc cref="NormalCdf(Vector256{double})"/>
    public static Vector256<float> NormalCdf(Vector256<float> x) => Narrow(NormalCdf(WidenLower(x)), NormalCdf(WidenUpper(x)));

    /// <inheritdoc cref="LogNormalCdf(Vector256{double})"/>
    public static Vector256<float> LogNormalCdf(Vector256<float> x) => Narrow(LogNormalCdf(WidenLower(x)), LogNormalCdf(WidenUpper(x)));

    /// <inheritdoc cref="NormalDensity(Vector256{double})"/>
    public static Vector256<float> NormalDensity(Vector256<float> x) => Narrow(NormalDensity(WidenLower(x)), NormalDensity(WidenUpper(x)));

    /// <inheritdoc cref="InverseMillsRatio(Vector256{double})"/>
    public static Vector256<float> InverseMillsRatio(Vector256<float> x) => Narrow(InverseMillsRatio(WidenLower(x)), InverseMillsRatio(WidenUpper(x)));

    /// <inheritdoc cref="LogGamma(Vector256{double})"/>
    public static Vector256<float> LogGamma(Vector256<float> x) => Narrow(LogGamma(WidenLower(x)), LogGamma(WidenUpper(x)));

    /// <inheritdoc cref="Digamma(Vector256{double})"/>
    public static Vector256<float> Digamma(Vector256<float> x) => Narrow(Digamma(WidenLower(x)), Digamma(WidenUpper(x)));

    /// <inheritdoc cref="Trigamma(Vector256{double})"/>
    public static Vector256<float> Trigamma(Vector256<float> x) => Narrow(Trigamma(WidenLower(x)), Trigamma(WidenUpper(x)));

    /// <inheritdoc cref="Polygamma(Vector256{double}, Vector256{double})"/>
    public static Vector256<float> Polygamma(Vector256<float> order, Vector256<float> x) =>
        Narrow(Polygamma(WidenLower(order), WidenLower(x)), Polygamma(WidenUpper(order), WidenUpper(x)));
}

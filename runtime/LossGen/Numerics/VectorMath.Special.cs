using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

// The special functions in their other shapes: floats as doubles, rounded at the end, which leaves hardly more than that rounding's half a unit in the last place;
// wider vectors as two halves; scalars as a lane.
public static partial class VectorMath
{
    /// <inheritdoc cref="Erf(Vector256{double})"/>
    public static Vector256<float> Erf(Vector256<float> x) => Narrow(Erf(WidenLower(x)), Erf(WidenUpper(x)));

    /// <inheritdoc cref="Erf(Vector256{double})"/>
    public static Vector512<float> Erf(Vector512<float> x) => Vector512.Create(Erf(x.GetLower()), Erf(x.GetUpper()));

    /// <inheritdoc cref="Erf(Vector256{double})"/>
    public static Vector512<double> Erf(Vector512<double> x) => Vector512.Create(Erf(x.GetLower()), Erf(x.GetUpper()));

    /// <summary>The error function of <paramref name="x"/>: the bits of a lane of <see cref="Erf(Vector256{float})"/>.</summary>
    public static float Erf(float x) => (float)Erf(Create((double)x)).ToScalar();

    /// <summary>The error function of <paramref name="x"/>: the bits of a lane of <see cref="Erf(Vector256{double})"/>.</summary>
    public static double Erf(double x) => Erf(Create(x)).ToScalar();

    /// <inheritdoc cref="Erfc(Vector256{double})"/>
    public static Vector256<float> Erfc(Vector256<float> x) => Narrow(Erfc(WidenLower(x)), Erfc(WidenUpper(x)));

    /// <inheritdoc cref="Erfc(Vector256{double})"/>
    public static Vector512<float> Erfc(Vector512<float> x) => Vector512.Create(Erfc(x.GetLower()), Erfc(x.GetUpper()));

    /// <inheritdoc cref="Erfc(Vector256{double})"/>
    public static Vector512<double> Erfc(Vector512<double> x) => Vector512.Create(Erfc(x.GetLower()), Erfc(x.GetUpper()));

    /// <summary>1 - erf x, with all digits where it is small: the bits of a lane of <see cref="Erfc(Vector256{float})"/>.</summary>
    public static float Erfc(float x) => (float)Erfc(Create((double)x)).ToScalar();

    /// <summary>1 - erf x, with all digits where it is small: the bits of a lane of <see cref="Erfc(Vector256{double})"/>.</summary>
    public static double Erfc(double x) => Erfc(Create(x)).ToScalar();

    /// <inheritdoc cref="ErfSlope(Vector256{double})"/>
    public static Vector256<float> ErfSlope(Vector256<float> x) => Narrow(ErfSlope(WidenLower(x)), ErfSlope(WidenUpper(x)));

    /// <inheritdoc cref="ErfSlope(Vector256{double})"/>
    public static Vector512<float> ErfSlope(Vector512<float> x) => Vector512.Create(ErfSlope(x.GetLower()), ErfSlope(x.GetUpper()));

    /// <inheritdoc cref="ErfSlope(Vector256{double})"/>
    public static Vector512<double> ErfSlope(Vector512<double> x) => Vector512.Create(ErfSlope(x.GetLower()), ErfSlope(x.GetUpper()));

    /// <summary>2/√π·exp(-x²), the derivative of erf: the bits of a lane of <see cref="ErfSlope(Vector256{float})"/>.</summary>
    public static float ErfSlope(float x) => (float)ErfSlope(Create((double)x)).ToScalar();

    /// <summary>2/√π·exp(-x²), the derivative of erf: the bits of a lane of <see cref="ErfSlope(Vector256{double})"/>.</summary>
    public static double ErfSlope(double x) => ErfSlope(Create(x)).ToScalar();

    /// <inheritdoc cref="NormalCdf(Vector256{double})"/>
    public static Vector256<float> NormalCdf(Vector256<float> x) => Narrow(NormalCdf(WidenLower(x)), NormalCdf(WidenUpper(x)));

    /// <inheritdoc cref="NormalCdf(Vector256{double})"/>
    public static Vector512<float> NormalCdf(Vector512<float> x) => Vector512.Create(NormalCdf(x.GetLower()), NormalCdf(x.GetUpper()));

    /// <inheritdoc cref="NormalCdf(Vector256{double})"/>
    public static Vector512<double> NormalCdf(Vector512<double> x) => Vector512.Create(NormalCdf(x.GetLower()), NormalCdf(x.GetUpper()));

    /// <summary>The standard normal distribution function Φ(x): the bits of a lane of <see cref="NormalCdf(Vector256{float})"/>.</summary>
    public static float NormalCdf(float x) => (float)NormalCdf(Create((double)x)).ToScalar();

    /// <summary>The standard normal distribution function Φ(x): the bits of a lane of <see cref="NormalCdf(Vector256{double})"/>.</summary>
    public static double NormalCdf(double x) => NormalCdf(Create(x)).ToScalar();

    /// <inheritdoc cref="LogNormalCdf(Vector256{double})"/>
    public static Vector256<float> LogNormalCdf(Vector256<float> x) => Narrow(LogNormalCdf(WidenLower(x)), LogNormalCdf(WidenUpper(x)));

    /// <inheritdoc cref="LogNormalCdf(Vector256{double})"/>
    public static Vector512<float> LogNormalCdf(Vector512<float> x) => Vector512.Create(LogNormalCdf(x.GetLower()), LogNormalCdf(x.GetUpper()));

    /// <inheritdoc cref="LogNormalCdf(Vector256{double})"/>
    public static Vector512<double> LogNormalCdf(Vector512<double> x) => Vector512.Create(LogNormalCdf(x.GetLower()), LogNormalCdf(x.GetUpper()));

    /// <summary>log Φ(x), with all digits in both tails: the bits of a lane of <see cref="LogNormalCdf(Vector256{float})"/>.</summary>
    public static float LogNormalCdf(float x) => (float)LogNormalCdf(Create((double)x)).ToScalar();

    /// <summary>log Φ(x), with all digits in both tails: the bits of a lane of <see cref="LogNormalCdf(Vector256{double})"/>.</summary>
    public static double LogNormalCdf(double x) => LogNormalCdf(Create(x)).ToScalar();

    /// <inheritdoc cref="NormalDensity(Vector256{double})"/>
    public static Vector256<float> NormalDensity(Vector256<float> x) => Narrow(NormalDensity(WidenLower(x)), NormalDensity(WidenUpper(x)));

    /// <inheritdoc cref="NormalDensity(Vector256{double})"/>
    public static Vector512<float> NormalDensity(Vector512<float> x) => Vector512.Create(NormalDensity(x.GetLower()), NormalDensity(x.GetUpper()));

    /// <inheritdoc cref="NormalDensity(Vector256{double})"/>
    public static Vector512<double> NormalDensity(Vector512<double> x) => Vector512.Create(NormalDensity(x.GetLower()), NormalDensity(x.GetUpper()));

    /// <summary>The standard normal density φ(x): the bits of a lane of <see cref="NormalDensity(Vector256{float})"/>.</summary>
    public static float NormalDensity(float x) => (float)NormalDensity(Create((double)x)).ToScalar();

    /// <summary>The standard normal density φ(x): the bits of a lane of <see cref="NormalDensity(Vector256{double})"/>.</summary>
    public static double NormalDensity(double x) => NormalDensity(Create(x)).ToScalar();

    /// <inheritdoc cref="InverseMillsRatio(Vector256{double})"/>
    public static Vector256<float> InverseMillsRatio(Vector256<float> x) => Narrow(InverseMillsRatio(WidenLower(x)), InverseMillsRatio(WidenUpper(x)));

    /// <inheritdoc cref="InverseMillsRatio(Vector256{double})"/>
    public static Vector512<float> InverseMillsRatio(Vector512<float> x) => Vector512.Create(InverseMillsRatio(x.GetLower()), InverseMillsRatio(x.GetUpper()));

    /// <inheritdoc cref="InverseMillsRatio(Vector256{double})"/>
    public static Vector512<double> InverseMillsRatio(Vector512<double> x) => Vector512.Create(InverseMillsRatio(x.GetLower()), InverseMillsRatio(x.GetUpper()));

    /// <summary>φ(x)/Φ(x), the derivative of log Φ: the bits of a lane of <see cref="InverseMillsRatio(Vector256{float})"/>.</summary>
    public static float InverseMillsRatio(float x) => (float)InverseMillsRatio(Create((double)x)).ToScalar();

    /// <summary>φ(x)/Φ(x), the derivative of log Φ: the bits of a lane of <see cref="InverseMillsRatio(Vector256{double})"/>.</summary>
    public static double InverseMillsRatio(double x) => InverseMillsRatio(Create(x)).ToScalar();

    /// <inheritdoc cref="LogGamma(Vector256{double})"/>
    public static Vector256<float> LogGamma(Vector256<float> x) => Narrow(LogGamma(WidenLower(x)), LogGamma(WidenUpper(x)));

    /// <inheritdoc cref="LogGamma(Vector256{double})"/>
    public static Vector512<float> LogGamma(Vector512<float> x) => Vector512.Create(LogGamma(x.GetLower()), LogGamma(x.GetUpper()));

    /// <inheritdoc cref="LogGamma(Vector256{double})"/>
    public static Vector512<double> LogGamma(Vector512<double> x) => Vector512.Create(LogGamma(x.GetLower()), LogGamma(x.GetUpper()));

    /// <summary>log |Γ(x)|: the bits of a lane of <see cref="LogGamma(Vector256{float})"/>.</summary>
    public static float LogGamma(float x) => (float)LogGamma(Create((double)x)).ToScalar();

    /// <summary>log |Γ(x)|: the bits of a lane of <see cref="LogGamma(Vector256{double})"/>.</summary>
    public static double LogGamma(double x) => LogGamma(Create(x)).ToScalar();

    /// <inheritdoc cref="Digamma(Vector256{double})"/>
    public static Vector256<float> Digamma(Vector256<float> x) => Narrow(Digamma(WidenLower(x)), Digamma(WidenUpper(x)));

    /// <inheritdoc cref="Digamma(Vector256{double})"/>
    public static Vector512<float> Digamma(Vector512<float> x) => Vector512.Create(Digamma(x.GetLower()), Digamma(x.GetUpper()));

    /// <inheritdoc cref="Digamma(Vector256{double})"/>
    public static Vector512<double> Digamma(Vector512<double> x) => Vector512.Create(Digamma(x.GetLower()), Digamma(x.GetUpper()));

    /// <summary>ψ(x), the derivative of log Γ: the bits of a lane of <see cref="Digamma(Vector256{float})"/>.</summary>
    public static float Digamma(float x) => (float)Digamma(Create((double)x)).ToScalar();

    /// <summary>ψ(x), the derivative of log Γ: the bits of a lane of <see cref="Digamma(Vector256{double})"/>.</summary>
    public static double Digamma(double x) => Digamma(Create(x)).ToScalar();

    /// <inheritdoc cref="Trigamma(Vector256{double})"/>
    public static Vector256<float> Trigamma(Vector256<float> x) => Narrow(Trigamma(WidenLower(x)), Trigamma(WidenUpper(x)));

    /// <inheritdoc cref="Trigamma(Vector256{double})"/>
    public static Vector512<float> Trigamma(Vector512<float> x) => Vector512.Create(Trigamma(x.GetLower()), Trigamma(x.GetUpper()));

    /// <inheritdoc cref="Trigamma(Vector256{double})"/>
    public static Vector512<double> Trigamma(Vector512<double> x) => Vector512.Create(Trigamma(x.GetLower()), Trigamma(x.GetUpper()));

    /// <summary>ψ′(x), the second derivative of log Γ: the bits of a lane of <see cref="Trigamma(Vector256{float})"/>.</summary>
    public static float Trigamma(float x) => (float)Trigamma(Create((double)x)).ToScalar();

    /// <summary>ψ′(x), the second derivative of log Γ: the bits of a lane of <see cref="Trigamma(Vector256{double})"/>.</summary>
    public static double Trigamma(double x) => Trigamma(Create(x)).ToScalar();

    /// <inheritdoc cref="Polygamma(Vector256{double}, Vector256{double})"/>
    public static Vector256<float> Polygamma(Vector256<float> order, Vector256<float> x) =>
        Narrow(Polygamma(WidenLower(order), WidenLower(x)), Polygamma(WidenUpper(order), WidenUpper(x)));

    /// <inheritdoc cref="Polygamma(Vector256{double}, Vector256{double})"/>
    public static Vector512<float> Polygamma(Vector512<float> order, Vector512<float> x) =>
        Vector512.Create(Polygamma(order.GetLower(), x.GetLower()), Polygamma(order.GetUpper(), x.GetUpper()));

    /// <inheritdoc cref="Polygamma(Vector256{double}, Vector256{double})"/>
    public static Vector512<double> Polygamma(Vector512<double> order, Vector512<double> x) =>
        Vector512.Create(Polygamma(order.GetLower(), x.GetLower()), Polygamma(order.GetUpper(), x.GetUpper()));

    /// <summary>A derivative of ψ: the bits of a lane of <see cref="Polygamma(Vector256{float}, Vector256{float})"/>.</summary>
    public static float Polygamma(float order, float x) => (float)Polygamma(Create((double)order), Create((double)x)).ToScalar();

    /// <summary>A derivative of ψ: the bits of a lane of <see cref="Polygamma(Vector256{double}, Vector256{double})"/>.</summary>
    public static double Polygamma(double order, double x) => Polygamma(Create(order), Create(x)).ToScalar();
}

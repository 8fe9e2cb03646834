using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The error function of <paramref name="x"/>: the bits of a lane of <see cref="Erf(Vector256{float})"/>.</summary>
    public static float Erf(float x) => (float)Erf(Create((double)x)).ToScalar();

    /// <summary>The error function of <paramref name="x"/>: the bits of a lane of <see cref="Erf(Vector256{double})"/>.</summary>
    public static double Erf(double x) => Erf(Create(x)).ToScalar();

    /// <summary>1 - erf x, with all digits where it is small: the bits of a lane of <see cref="Erfc(Vector256{float})"/>.</summary>
    public static float Erfc(float x) => (float)Erfc(Create((double)x)).ToScalar();

    /// <summary>1 - erf x, with all digits where it is small: the bits of a lane of <see cref="Erfc(Vector256{double})"/>.</summary>
    public static double Erfc(double x) => Erfc(Create(x)).ToScalar();

    /// <summary>2/√π·exp(-x²), the derivative of erf: the bits of a lane of <see cref="ErfSlope(Vector256{float})"/>.</summary>
    public static float ErfSlope(float x) => (float)ErfSlope(Create((double)x)).ToScalar();

    /// <summary>2/√π·exp(-x²), the derivative of erf: the bits of a lane of <see cref="ErfSlope(Vector256{double})"/>.</summary>
    public static double ErfSlope(double x) => ErfSlope(Create(x)).ToScalar();

    /// <summary>The standard normal distribution function Φ(x): the bits of a lane of <see cref="NormalCdf(Vector256{float})"/>.</summary>
    public static float NormalCdf(float x) => (float)NormalCdf(Create((double)x)).ToScalar();

    /// <summary>The standard normal distribution function Φ(x): the bits of a lane of <see cref="NormalCdf(Vector256{double})"/>.</summary>
    public static double NormalCdf(double x) => NormalCdf(Create(x)).ToScalar();

    /// <summary>log Φ(x), with all digits in both tails: the bits of a lane of <see cref="LogNormalCdf(Vector256{float})"/>.</summary>
    public static float LogNormalCdf(float x) => (float)LogNormalCdf(Create((double)x)).ToScalar();

    /// <summary>log Φ(x), with all digits in both tails: the bits of a lane of <see cref="LogNormalCdf(Vector256{double})"/>.</summary>
    public static double LogNormalCdf(double x) => LogNormalCdf(Create(x)).ToScalar();

    /// <summary>The standard normal density φ(x): the bits of a lane of <see cref="NormalDensity(Vector256{float})"/>.</summary>
    public static float NormalDensity(float x) => (float)NormalDensity(Create((double)x)).ToScalar();

    /// <summary>The standard normal density φ(x): the bits of a lane of <see cref="NormalDensity(Vector256{double})"/>.</summary>
    public static double NormalDensity(double x) => NormalDensity(Create(x)).ToScalar();

    /// <summary>φ(x)/Φ(x), the derivative of log Φ: the bits of a lane of <see cref="InverseMillsRatio(Vector256{float})"/>.</summary>
    public static float InverseMillsRatio(float x) => (float)InverseMillsRatio(Create((double)x)).ToScalar();

    /// <summary>φ(x)/Φ(x), the derivative of log Φ: the bits of a lane of <see cref="InverseMillsRatio(Vector256{double})"/>.</summary>
    public static double InverseMillsRatio(double x) => InverseMillsRatio(Create(x)).ToScalar();

    /// <summary>log |Γ(x)|: the bits of a lane of <see cref="LogGamma(Vector256{float})"/>.</summary>
    public static float LogGamma(float x) => (float)LogGamma(Create((double)x)).ToScalar();

    /// <summary>log |Γ(x)|: the bits of a lane of <see cref="LogGamma(Vector256{double})"/>.</summary>
    public static double LogGamma(double x) => LogGamma(Create(x)).ToScalar();

    /// <summary>ψ(x), the derivative of log Γ: the bits of a lane of <see cref="Digamma(Vector256{float})"/>.</summary>
    public static float Digamma(float x) => (float)Digamma(Create((double)x)).ToScalar();

    /// <summary>ψ(x), the derivative of log Γ: the bits of a lane of <see cref="Digamma(Vector256{double})"/>.</summary>
    public static double Digamma(double x) => Digamma(Create(x)).ToScalar();

    /// <summary>ψ′(x), the second derivative of log Γ: the bits of a lane of <see cref="Trigamma(Vector256{float})"/>.</summary>
    public static float Trigamma(float x) => (float)Trigamma(Create((double)x)).ToScalar();

    /// <summary>ψ′(x), the second derivative of log Γ: the bits of a lane of <see cref="Trigamma(Vector256{double})"/>.</summary>
    public static double Trigamma(double x) => Trigamma(Create(x)).ToScalar();

    /// <summary>A derivative of ψ: the bits of a lane of <see cref="Polygamma(Vector256{float}, Vector256{float})"/>.</summary>
    public static float Polygamma(float order, float x) => (float)Polygamma(Create((double)order), Create((double)x)).ToScalar();

    /// <summary>A derivative of ψ: the bits of a lane of <see cref="Polygamma(Vector256{double}, Vector256{double})"/>.</summary>
    public static double Polygamma(double order, double x) => Polygamma(Create(order), Create(x)).ToScalar();
}

using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The logarithm to base 10 of <paramref name="x"/>: the bits of a lane of <see cref="Log10(Vector256{double})"/>.</summary>
    public static double Log10(double x) => Log10(Create(x)).ToScalar();

    /// <summary>The logarithm to base 10 of <paramref name="x"/>: the bits of a lane of <see cref="Log10(Vector256{float})"/>.</summary>
    public static float Log10(float x) => Log10(Create(x)).ToScalar();

    /// <summary>The logarithm to base 10 of 1 + <paramref name="x"/>: the bits of a lane of <see cref="Log10P1(Vector256{double})"/>.</summary>
    public static double Log10P1(double x) => Log10P1(Create(x)).ToScalar();

    /// <summary>The logarithm to base 10 of 1 + <paramref name="x"/>: the bits of a lane of <see cref="Log10P1(Vector256{float})"/>.</summary>
    public static float Log10P1(float x) => Log10P1(Create(x)).ToScalar();

    /// <summary>The logarithm to base 2 of 1 + <paramref name="x"/>: the bits of a lane of <see cref="Log2P1(Vector256{double})"/>.</summary>
    public static double Log2P1(double x) => Log2P1(Create(x)).ToScalar();

    /// <summary>The logarithm to base 2 of 1 + <paramref name="x"/>: the bits of a lane of <see cref="Log2P1(Vector256{float})"/>.</summary>
    public static float Log2P1(float x) => Log2P1(Create(x)).ToScalar();

    /// <summary>The logarithm of <paramref name="x"/> to base <paramref name="y"/>: the bits of a lane of <see cref="LogToBase(Vector256{double}, Vector256{double})"/>.</summary>
    public static double LogToBase(double x, double y) => LogToBase(Create(x), Create(y)).ToScalar();

    /// <summary>The logarithm of <paramref name="x"/> to base <paramref name="y"/>: the bits of a lane of <see cref="LogToBase(Vector256{float}, Vector256{float})"/>.</summary>
    public static float LogToBase(float x, float y) => LogToBase(Create(x), Create(y)).ToScalar();

    private static class LogDigits
    {
        // log₁₀2 and ln 2, each as a double and what that leaves out.
        public const double Log10Of2 = 0.3010299956639812;
        public const double Log10Of2Low = -2.8037281277851704e-18;
        public const double Ln2 = 0.6931471805599453;
        public const double Ln2Low = 2.3190468138462996e-17;
    }
}

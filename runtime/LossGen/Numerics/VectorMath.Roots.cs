using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The cube root of <paramref name="x"/>: the bits of a lane of <see cref="Cbrt(Vector256{double})"/>.</summary>
    public static double Cbrt(double x) => Cbrt(Create(x)).ToScalar();

    /// <summary>The cube root of <paramref name="x"/>: the bits of a lane of <see cref="Cbrt(Vector256{float})"/>.</summary>
    public static float Cbrt(float x) => Cbrt(Create(x)).ToScalar();

    /// <summary>The length of the vector (<paramref name="x"/>, <paramref name="y"/>): the bits of a lane of <see cref="Hypot(Vector256{double}, Vector256{double})"/>.</summary>
    public static double Hypot(double x, double y) => Hypot(Create(x), Create(y)).ToScalar();

    /// <summary>The length of the vector (<paramref name="x"/>, <paramref name="y"/>): the bits of a lane of <see cref="Hypot(Vector256{float}, Vector256{float})"/>.</summary>
    public static float Hypot(float x, float y) => Hypot(Create(x), Create(y)).ToScalar();

    private static class CbrtDouble
    {
        // 2^-18, and the cube roots of 2 and 4
        public const double SubnormalRoot = 3.814697265625e-06;
        public const double RootOf2 = 1.2599210498948732;
        public const double RootOf4 = 1.5874010519681996;

        // ∛(1 + t) = C0 + … + C4·t⁴ on [0, 1], minimax in relative error (Remez): 2^-16.
        public const double C0 = 1.000009208126569;
        public const double C1 = 0.33278926856050983;
        public const double C2 = -0.10596087313400726;
        public const double C3 = 0.04367572627706695;
        public const double C4 = -0.010603880360605288;
    }

    private static class HypotDouble
    {
        // 2^500 and 2^-500, 2^700 and 2^-700
        public const double Large = 3.273390607896142e+150;
        public const double Small = 3.054936363499605e-151;
        public const double Up = 5.260135901548374e+210;
        public const double Down = 1.90109156629516e-211;
    }
}

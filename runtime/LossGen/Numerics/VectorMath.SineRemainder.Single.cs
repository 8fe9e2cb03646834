using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>x - sin(x) of <paramref name="x"/>: the bits of a lane of <see cref="SineRemainder(Vector256{float})"/>.</summary>
    public static float SineRemainder(float x) => SineRemainder(Create(x)).ToScalar();

    /// <summary>1 - cos(x) of <paramref name="x"/>: the bits of a lane of <see cref="OneMinusCosine(Vector256{float})"/>.</summary>
    public static float OneMinusCosine(float x) => OneMinusCosine(Create(x)).ToScalar();

    private static class SineRemainderSingle
    {
        // x - sin(x) = C3·x³ + … + C11·x¹¹ on |x| <= 1.0001·π/2, minimax in relative error (Remez), the coefficients rounded to double one
        // after the other, the later ones fitted again each time. Error 0.002 ULP of a float.
        public const double C3 = 0.1666666666371858;
        public const double C5 = -0.00833333274784678;
        public const double C7 = 0.00019841082340281272;
        public const double C9 = -2.7536190116635214e-06;
        public const double C11 = 2.407464671104967e-08;
    }
}

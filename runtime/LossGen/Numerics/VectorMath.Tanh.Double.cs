using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The hyperbolic tangent of <paramref name="x"/>: the bits of a lane of <see cref="Tanh(Vector256{double})"/>.</summary>
    public static double Tanh(double x) => Tanh(Create(x)).ToScalar();

    private static class TanhDouble
    {
        // From here on the result is 1.
        public const double Saturation = 20.0;
    }
}

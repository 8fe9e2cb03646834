using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The hyperbolic tangent of <paramref name="x"/>: the bits of a lane of <see cref="Tanh(Vector256{float})"/>.</summary>
    public static float Tanh(float x) => Tanh(Create(x)).ToScalar();

    private static class TanhSingle
    {
        // From here on the result is 1.
        public const float Saturation = 10f;
    }
}

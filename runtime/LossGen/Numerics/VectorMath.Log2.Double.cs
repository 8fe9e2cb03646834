using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The logarithm to base 2 of <paramref name="x"/>: the bits of a lane of <see cref="Log2(Vector256{double})"/>.</summary>
    public static double Log2(double x) => Log2(Create(x)).ToScalar();

    private static class Log2Double
    {
        // What 1/ln2 as a double leaves out.
        public const double Log2ELow = 2.0355273740931033e-17;
    }
}

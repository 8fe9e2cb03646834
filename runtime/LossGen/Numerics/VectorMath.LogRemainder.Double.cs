using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>x - ln(1 + x) of <paramref name="x"/>: the bits of a lane of <see cref="LogRemainder(Vector256{double})"/>.</summary>
    public static double LogRemainder(double x) => LogRemainder(Create(x)).ToScalar();

    private static class LogRemainderDouble
    {
        // 2^64: from here on ln(1 + x) is below half of the last place of x.
        public const double Large = 18446744073709551616.0;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    // sin(x + quarters·π/2) of the lanes from 2^20 on; what the others have is unspecified.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> SineOfLarge(Vector256<double> x, long quarters)
    {
        Vector256<double> r = LessQuartersOfLarge(x, out Vector256<double> minusLow, out Vector256<long> turns);
        return SineOfReduced(r, minusLow, turns + Create(quarters));
    }

    // The square of the sine of the same lanes.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> SquareOfSineOfLarge(Vector256<double> x)
    {
        Vector256<double> r = LessQuartersOfLarge(x, out Vector256<double> minusLow, out Vector256<long> turns);
        return SquareOfSineOfReduced(r, minusLow, turns);
    }

    private static Vector256<double> LessQuartersOfLarge(Vector256<double> x, out Vector256<double> minusLow, out Vector256<long> turns)
    {
        // NaN where x is infinite
        Vector256<double> r = x - x;
        minusLow = Vector256<double>.Zero;
        turns = Vector256<long>.Zero;
        for (int lane = 0; lane < Vector256<double>.Count; lane++)
        {
            if (Math.Abs(x[lane]) is >= SineDouble.Large and < double.PositiveInfinity)
            {
                (double high, double low, long subtracted) = TwoOverPi.Reduce(x[lane]);
                r = r.WithElement(lane, high);
                minusLow = minusLow.WithElement(lane, -low);
                turns = turns.WithElement(lane, subtracted);
            }
        }

        return r;
    }
}

using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    // pow(x, y) of any x and y, from pow(|x|, y) where |x| is a number above 0.
    private static Vector256<double> PowFromMagnitude(Vector256<double> x, Vector256<double> y, Vector256<double> power)
    {
        Vector256<double> infinite = IsInfinity(x);
        Vector256<double> towardsInfinity = ~(infinite ^ GreaterThan(y, Vector256<double>.Zero));
        power = ConditionalSelect(IsZero(x) | infinite, towardsInfinity & Create(double.PositiveInfinity), power);

        // An infinite y is whole and even, as every large one.
        Vector256<double> half = y * Create(0.5);
        Vector256<double> whole = Vector256.Equals(Floor(y), y);
        Vector256<double> odd = whole & ~Vector256.Equals(Floor(half), half);
        Vector256<double> negativeNumber = LessThan(x, Vector256<double>.Zero) & ~infinite;
        power = ConditionalSelect(negativeNumber & ~whole, Create(double.NaN), power);
        power |= x & odd & Create(-0.0);

        Vector256<double> one = IsZero(y) | Vector256.Equals(x, Create(1.0));
        power = ConditionalSelect(IsNaN(x) | IsNaN(y), Create(double.NaN), power);
        return ConditionalSelect(one, Create(1.0), power);
    }
}

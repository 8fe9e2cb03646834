using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The inverse hyperbolic sine of each lane.</summary>
    /// <remarks>
    /// Asinh(±0) is ±0, Asinh(±∞) is ±∞ and NaN stays NaN.
    /// Worst error measured: 0.51 ULP of a double, 0.51 ULP of a float. A lane's result does not depend on its position.
    /// <para>
    /// Made for this library: the logarithm of |x| + √(x² + 1), all of them in two parts.
    /// </para>
    /// </remarks>
    public static Vector256<double> Asinh(Vector256<double> x)
    {
        Vector256<double> magnitude = Abs(x);
        Vector256<double> square = magnitude * magnitude;
        Vector256<double> sum = Sum(square, Create(1.0), out Vector256<double> sumLow);
        sumLow += FusedMultiplyAdd(magnitude, magnitude, -square);
        Vector256<double> root = RootInParts(sum, sumLow, out Vector256<double> rootLow);
        Vector256<double> result = LogOfSum(magnitude, root, rootLow);
        return ConditionalSelect(LessThan(magnitude, Create(SinhDouble.Tiny)), x, CopySign(result, x));
    }

    /// <inheritdoc cref="Asinh(Vector256{double})"/>
    public static Vector256<float> Asinh(Vector256<float> x) => Narrow(Asinh(WidenLower(x)), Asinh(WidenUpper(x)));

    /// <summary>The inverse hyperbolic cosine of each lane.</summary>
    /// <remarks>
    /// Acosh(1) is 0, Acosh(+∞) is +∞; below 1 and of NaN it is NaN.
    /// Worst error measured: 0.51 ULP of a double, 0.51 ULP of a float. A lane's result does not depend on its position.
    /// <para>
    /// Made for this library: the logarithm of x + √(x² - 1), all of them in two parts.
    /// </para>
    /// </remarks>
    public static Vector256<double> Acosh(Vector256<double> x)
    {
        Vector256<double> square = x * x;
        Vector256<double> difference = Sum(square, Create(-1.0), out Vector256<double> differenceLow);
        difference = SumFromLarger(difference, differenceLow + FusedMultiplyAdd(x, x, -square), out differenceLow);
        Vector256<double> root = RootInParts(difference, differenceLow, out Vector256<double> rootLow);
        return ConditionalSelect(LessThan(x, Create(1.0)), Create(double.NaN), LogOfSum(x, root, rootLow));
    }

    /// <inheritdoc cref="Acosh(Vector256{double})"/>
    public static Vector256<float> Acosh(Vector256<float> x) => Narrow(Acosh(WidenLower(x)), Acosh(WidenUpper(x)));

    /// <summary>The inverse hyperbolic tangent of each lane.</summary>
    /// <remarks>
    /// Atanh(±0) is ±0, Atanh(±1) is ±∞; beyond these and of NaN it is NaN.
    /// Worst error measured: 0.51 ULP of a double, 0.51 ULP of a float. A lane's result does not depend on its position.
    /// <para>
    /// Made for this library: half of the logarithm of (1 + |x|)/(1 - |x|), all of them in two parts.
    /// </para>
    /// </remarks>
    public static Vector256<double> Atanh(Vector256<double> x)
    {
        Vector256<double> magnitude = Abs(x);
        Vector256<double> numerator = Sum(Create(1.0), magnitude, out Vector256<double> numeratorLow);
        Vector256<double> divisor = Sum(Create(1.0), -magnitude, out Vector256<double> divisorLow);
        Vector256<double> quotient = QuotientInParts(numerator, numeratorLow, divisor, divisorLow, out Vector256<double> quotientLow);
        Vector256<double> log = Log2OfAnyInParts(quotient, quotientLow, 0, out Vector256<double> low);
        Vector256<double> result = ProductOfLog(log, low, 0.5 * LogDigits.Ln2, 0.5 * LogDigits.Ln2Low);
        return ConditionalSelect(LessThan(magnitude, Create(SinhDouble.Tiny)), x, CopySign(result, x));
    }

    /// <inheritdoc cref="Atanh(Vector256{double})"/>
    public static Vector256<float> Atanh(Vector256<float> x) => Narrow(Atanh(WidenLower(x)), Atanh(WidenUpper(x)));

    // log(x + root), where x is positive; of a large x, whose root is x itself, log(2x).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LogOfSum(Vector256<double> x, Vector256<double> root, Vector256<double> rootLow)
    {
        Vector256<double> large = GreaterThan(x, Create(AsinhDouble.Large));
        Vector256<double> half = x * Create(0.5);
        Vector256<double> sum = Sum(half, root * Create(0.5), out Vector256<double> sumLow);
        sumLow = FusedMultiplyAdd(rootLow, Create(0.5), sumLow);
        sum = SumFromLarger(sum, sumLow, out sumLow);
        sum = ConditionalSelect(large, x, sum);
        Vector256<double> log = Log2OfAnyInParts(sum, AndNot(sumLow, large), 1, out Vector256<double> low);
        return ProductOfLog(log, low, LogDigits.Ln2, LogDigits.Ln2Low);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The standard normal distribution function of each lane, Φ(x) = ½·erfc(-x/√2).</summary>
    /// <remarks>
    /// NormalCdf(±0) is exactly ½, NormalCdf(+∞) is 1 and NormalCdf(-∞) is 0, down to which it goes through the subnormals; NaN stays NaN. Worst error
    /// measured: 1.25 ULP. A lane's result does not depend on its position.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector256<double> NormalCdf(Vector256<double> x)
    {
        Vector256<double> magnitude = Abs(x);
        Vector256<double> tail = NormalTail(magnitude, out Vector256<double> tailLow);
        Vector256<double> large = ConditionalSelect(LessThan(x, Vector256<double>.Zero), tail, Create(1.0) - tail - tailLow);

        Vector256<double> middle = NormalMiddle(x, out Vector256<double> middleLow);
        return ConditionalSelect(LessThan(magnitude, Create(NormalDouble.Quarter)), middle + middleLow, large);
    }

    /// <summary>The logarithm of <see cref="NormalCdf(Vector256{double})"/> for each lane, with all digits in both tails.</summary>
    /// <remarks>
    /// LogNormalCdf(+∞) is 0, LogNormalCdf(-∞) is -∞ and NaN stays NaN. Worst error measured: 1.33 ULP. A lane's result does not depend on its
    /// position.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector256<double> LogNormalCdf(Vector256<double> x)
    {
        Vector256<double> magnitude = Abs(x);
        Vector256<double> bounded = MinNative(Create(NormalDouble.Huge), magnitude);
        Vector256<double> scaled = NormalScaled(bounded, out Vector256<double> scaledLow);
        Vector256<double> tail = NormalTail(magnitude, scaled, scaledLow, out Vector256<double> tailLow);

        // log Φ is the logarithm of what is not small or, in the lower tail, where Φ is ½·exp(-x²/2)·scaled, log(scaled) - log 2 - x²/2, terms all of the same sign.
        Vector256<double> lower = LessThan(x, Create(-NormalDouble.Quarter));
        Vector256<double> upper = NormalAboveQuarter(x, tail, tailLow, out Vector256<double> upperLow);
        Vector256<double> log = LogInParts(
            ConditionalSelect(lower, scaled, upper),
            ConditionalSelect(lower, scaledLow, upperLow),
            Create(LogDouble.ExponentBias),
            out Vector256<double> low);
        Vector256<double> right = log + low;

        Vector256<double> square = MinusHalfSquare(bounded, out Vector256<double> squareLow);
        log = Sum(Create(-LogParts.Ln2), log, out Vector256<double> sumLow);
        low += sumLow - Create(LogParts.Ln2Low);
        log = Sum(log, square, out sumLow);
        Vector256<double> left = log + (low + sumLow + squareLow);
        left = ConditionalSelect(GreaterThan(magnitude, bounded), Create(-0.5) * magnitude * magnitude, left);
        return ConditionalSelect(lower, left, ConditionalSelect(IsNaN(x), x, right));
    }

    /// <summary>The standard normal density of each lane, φ(x) = exp(-x²/2)/√(2π).</summary>
    /// <remarks>
    /// 0 at both infinities, down to which it goes through the subnormals; NaN stays NaN. Worst error measured: 1.00 ULP. A lane's result
    /// does not depend on its position.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector256<double> NormalDensity(Vector256<double> x)
    {
        Vector256<double> magnitude = MinNative(Create(NormalDouble.Negligible), Abs(x));
        Vector256<double> exponent = MinusHalfSquare(magnitude, out Vector256<double> exponentLow);
        Vector256<double> excess = ExpInParts(exponent, exponentLow, out Vector256<double> first, out Vector256<double> second);
        return TimesExp(Create(NormalDouble.Density), Create(NormalDouble.DensityLow), excess, first, second, out _);
    }

    /// <summary>The derivative of <see cref="LogNormalCdf(Vector256{double})"/> for each lane, φ(x)/Φ(x): the inverse of Mills's ratio, of -x.</summary>
    /// <remarks>
    /// About -x in the lower tail, +∞ at -∞; 0 at +∞; NaN stays NaN. Worst error measured: 1.30 ULP. A lane's result does not depend on its
    /// position.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector256<double> InverseMillsRatio(Vector256<double> x)
    {
        Vector256<double> magnitude = Abs(x);
        Vector256<double> bounded = MinNative(Create(NormalDouble.Huge), magnitude);
        Vector256<double> scaled = NormalScaled(bounded, out Vector256<double> scaledLow);

        // √(2/π)/scaled
        Vector256<double> inverse = Inverse(scaled, scaledLow, out Vector256<double> inverseLow);
        Vector256<double> left = Product(inverse, inverseLow, Create(2 * NormalDouble.Density), Create(2 * NormalDouble.DensityLow), out Vector256<double> low);
        left = ConditionalSelect(GreaterThan(magnitude, bounded), magnitude, left + low);

        // φ/Φ
        magnitude = MinNative(Create(NormalDouble.Negligible), magnitude);
        Vector256<double> exponent = MinusHalfSquare(magnitude, out Vector256<double> exponentLow);
        Vector256<double> excess = ExpInParts(exponent, exponentLow, out Vector256<double> first, out Vector256<double> second);
        Vector256<double> tail = TimesExp(scaled * Create(0.5), scaledLow * Create(0.5), excess, first, second, out Vector256<double> tailLow);
        Vector256<double> upper = NormalAboveQuarter(x, tail, tailLow, out Vector256<double> upperLow);
        inverse = Inverse(upper, upperLow, out inverseLow);
        Vector256<double> factor = Product(inverse, inverseLow, Create(NormalDouble.Density), Create(NormalDouble.DensityLow), out low);
        Vector256<double> right = TimesExp(factor, low, excess, first, second, out _);
        return ConditionalSelect(LessThan(x, Create(-NormalDouble.Quarter)), left, right);
    }

    // Φ(x) of an x whose tail is at most a quarter: near 0 by erf, where its error is smaller.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> NormalAboveQuarter(Vector256<double> x, Vector256<double> tail, Vector256<double> tailLow, out Vector256<double> low)
    {
        Vector256<double> middle = NormalMiddle(x, out Vector256<double> middleLow);
        Vector256<double> isMiddle = LessThan(x, Create(NormalDouble.Quarter));
        Vector256<double> rest = Create(1.0) - tail;
        low = ConditionalSelect(isMiddle, middleLow, Create(1.0) - rest - tail - tailLow);
        return ConditionalSelect(isMiddle, middle, rest);
    }

    // ½ + ½·erf(x/√2) from a quarter to three quarters.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> NormalMiddle(Vector256<double> x, out Vector256<double> low)
    {
        Vector256<double> a = Product(x, Vector256<double>.Zero, Create(NormalDouble.RootOfHalf), Create(NormalDouble.RootOfHalfLow), out Vector256<double> aLow);
        Vector256<double> erf = ErfOfSmall(a, aLow, out Vector256<double> erfLow);
        Vector256<double> sum = SumFromLarger(Create(0.5), erf * Create(0.5), out low);
        low = FusedMultiplyAdd(erfLow, Create(0.5), low);
        return sum;
    }

    // exp(x²/2)·erfc(x/√2) of an x that is not negative.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> NormalScaled(Vector256<double> x, out Vector256<double> low)
    {
        Vector256<double> a = Product(x, Vector256<double>.Zero, Create(NormalDouble.RootOfHalf), Create(NormalDouble.RootOfHalfLow), out Vector256<double> aLow);
        return ErfcScaled(a, aLow, out low);
    }

    // 1 - Φ(x) of an x that is not negative.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> NormalTail(Vector256<double> x, out Vector256<double> low)
    {
        x = MinNative(Create(NormalDouble.Negligible), x);
        Vector256<double> scaled = NormalScaled(x, out Vector256<double> scaledLow);
        return NormalTail(x, scaled, scaledLow, out low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> NormalTail(Vector256<double> x, Vector256<double> scaled, Vector256<double> scaledLow, out Vector256<double> low)
    {
        x = MinNative(Create(NormalDouble.Negligible), x);
        Vector256<double> exponent = MinusHalfSquare(x, out Vector256<double> exponentLow);
        Vector256<double> excess = ExpInParts(exponent, exponentLow, out Vector256<double> first, out Vector256<double> second);
        return TimesExp(scaled * Create(0.5), scaledLow * Create(0.5), excess, first, second, out low);
    }
}

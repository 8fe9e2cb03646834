using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector256;

namespace LossGen;

public static partial class VectorMath
{
    /// <summary>The derivative of ψ of some order for each lane, ψ⁽ⁿ⁾(x) = (-1)ⁿ⁺¹·n!·ζ(n + 1, x), of an order from 1 to 20.</summary>
    /// <param name="order">The order n, a whole number, the same in all lanes.</param>
    /// <param name="x">The arguments.</param>
    /// <remarks>
    /// At 0 and at negative whole numbers, where ψ has its poles, +∞ if the order is odd; if it is even, NaN, and ∓∞ at ±0. 0 at +∞, NaN at -∞; NaN stays NaN. Up
    /// to the order 4, worst error measured but next to zeros: 7.4 ULP. A lane's result does not depend on its position.
    /// <para>Made for this library: Euler and Maclaurin's sum for Hurwitz's zeta function; below 0 by reflection, derivatives of the cotangent being its polynomials.</para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector256<double> Polygamma(Vector256<double> order, Vector256<double> x)
    {
        int n = (int)order.ToScalar();
        double factorial = 1;
        for (int k = 2; k <= n; k++)
        {
            factorial *= k;
        }

        // n!·ζ(n + 1, 1 + |x|), and of a positive x one term more.
        Vector256<double> magnitude = Abs(x);
        Vector256<double> next = Create(factorial) * Zeta(n + 1, magnitude + Create(1.0));
        Vector256<double> first = Create(factorial) * ReciprocalPower(magnitude, n + 1);
        Vector256<double> sign = Create((n & 1) == 0 ? -0.0 : 0.0);
        Vector256<double> result = (first + next) ^ sign;
        Vector256<double> negative = LessThan(x, Vector256<double>.Zero);
        result = negative == Vector256<double>.Zero ? result : ConditionalSelect(negative, (PolynomialOfCotangent(n, magnitude) ^ sign) - next, result);

        // The poles.
        result = ConditionalSelect(IsZero(x), Create(double.PositiveInfinity) ^ (sign & ~x), result);
        return ConditionalSelect(IsPositiveInfinity(x), Vector256<double>.Zero ^ sign, result);
    }

    // ζ(s, x) = x⁻ˢ + (x + 1)⁻ˢ + … of an x from 1 on
    private static Vector256<double> Zeta(int s, Vector256<double> x)
    {
        // x¹⁻ˢ/(s - 1) + x⁻ˢ/2 + B₂/2!·s·x⁻ˢ⁻¹ + B₄/4!·s(s + 1)(s + 2)·x⁻ˢ⁻³ + … from where it is exact on, then the terms before, the smallest first.
        int terms = 15 + s;
        Vector256<double> end = x + Create((double)terms);
        Vector256<double> inverse = Create(1.0) / end;
        Vector256<double> z = inverse * inverse;
        Vector256<double> series = Vector256<double>.Zero;
        ReadOnlySpan<double> bernoulli = BernoulliOverFactorial;
        for (int k = bernoulli.Length - 1; k >= 0; k--)
        {
            // The factors that follow those of the term before.
            double factors = k == 0 ? s : (s + (2.0 * k) - 1) * (s + (2.0 * k));
            series = FusedMultiplyAdd(series, z, Create(bernoulli[k])) * Create(factors);
        }

        series = FusedMultiplyAdd(FusedMultiplyAdd(series, inverse, Create(0.5)), inverse, Create(1.0 / (s - 1)));
        Vector256<double> sum = ReciprocalPower(end, s - 1) * series;
        for (int k = terms - 1; k >= 0; k--)
        {
            sum += ReciprocalPower(x + Create((double)k), s);
        }

        return sum;
    }

    private static Vector256<double> ReciprocalPower(Vector256<double> x, int exponent)
    {
        Vector256<double> power = x;
        for (int k = 1; k < exponent; k++)
        {
            power *= x;
        }

        return Create(1.0) / power;
    }

    // -π·(d/dx)ⁿ cot πx: with c = cot πx, derivatives are polynomials in c, of which each follows from the one before by c′ = -π·(1 + c²).
    private static Vector256<double> PolynomialOfCotangent(int n, Vector256<double> x)
    {
        Vector256<double> angle = (x - Round(x)) * Create(Math.PI);
        Vector256<double> cotangent = Cos(angle) / Sin(angle);
        Span<double> coefficients = stackalloc double[n + 2];
        Span<double> previous = stackalloc double[n + 2];
        coefficients.Clear();
        coefficients[1] = -Math.PI;
        for (int order = 0; order < n; order++)
        {
            coefficients.CopyTo(previous);
            coefficients.Clear();
            for (int k = 1; k <= order + 1; k++)
            {
                coefficients[k - 1] -= Math.PI * k * previous[k];
                coefficients[k + 1] -= Math.PI * k * previous[k];
            }
        }

        Vector256<double> result = Create(coefficients[n + 1]);
        for (int k = n; k >= 0; k--)
        {
            result = FusedMultiplyAdd(result, cotangent, Create(coefficients[k]));
        }

        // No number at a pole of an even order, where it goes from one infinity to the other.
        Vector256<double> pole = Create((n & 1) == 0 ? double.NaN : double.PositiveInfinity);
        return ConditionalSelect(IsZero(angle), pole, result);
    }
}

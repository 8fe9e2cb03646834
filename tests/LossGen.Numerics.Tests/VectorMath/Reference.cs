namespace LossGen.Numerics.Tests.VectorMathTests;

/// <summary>
/// The results of the functions to about 100 bits, for finite arguments inside the domain. It shares nothing with the functions
/// under test: Taylor series in place of fitted polynomials, and twice the precision.
/// </summary>
internal static partial class Reference
{
    private const double Sqrt2 = 1.4142135623730951;
    // Below it x³/3 is beyond 2^-120 of log(1 + x).
    private const double NegligibleCube = 1.0 / (1L << 60);
    private const double Log2E = 1.4426950408889634;

    // ln 2 in three pieces. The first has 31 bits, so that its product with any binary exponent is exact.
    private const double Ln2High = 0.6931471806019545;
    private const double Ln2Middle = -4.2009150726810846e-11;
    private const double Ln2Low = -1.3124698417785255e-27;

    // From these orders on, double precision is enough: the terms are below 2^-50 of the sum.
    private const int FirstSmallExpTerm = 14;
    private const int FirstSmallLogTerm = 11;

    // 1/k! for k = 0..27, and 1/(2k+1) for k = 0..21: the terms that the series omit are below 2^-106.
    private static readonly DoubleDouble[] InverseFactorials = MakeInverseFactorials(28);
    private static readonly DoubleDouble[] InverseOdds =
        [.. Enumerable.Range(0, 22).Select(static k => (DoubleDouble)1 / ((2 * k) + 1))];

    /// <summary>exp(x) = 2^Exponent · Mantissa. Kept separate, so that subnormal and smaller results have all their bits too.</summary>
    public static Exact Exp(DoubleDouble x)
    {
        double n = Math.Round(x.Hi * Log2E);
        DoubleDouble r = DoubleDouble.Sum(x.Hi, -n * Ln2High) + x.Lo - DoubleDouble.Product(n, Ln2Middle) - (n * Ln2Low);
        return new(ExpSeries(r, 0), (int)n);
    }

    /// <summary>log(x) of a positive x.</summary>
    public static DoubleDouble Log(double x) => double.IsSubnormal(x) ? LogOfNormal(Math.ScaleB(x, 64), -64) : LogOfNormal(x, 0);

    /// <summary>log(1 + x) of an x above -1.</summary>
    public static DoubleDouble Log1P(double x) =>
        Math.Abs(x) < NegligibleCube ? new(x, -0.5 * x * x) : LogOfNormal(DoubleDouble.Sum(1, x), 0);

    // log(u · 2^extraExponent)
    private static DoubleDouble LogOfNormal(DoubleDouble u, int extraExponent)
    {
        int n = Math.ILogB(u.Hi);
        if (Math.ScaleB(u.Hi, -n) > Sqrt2)
        {
            n++;
        }

        // log m = 2·artanh(s), s = (m - 1)/(m + 1): s² is below 0.03.
        DoubleDouble m = u.Scaled(-n);
        DoubleDouble s = (m - 1) / (m + 1);
        DoubleDouble square = s * s;

        double small = 0;
        for (int k = InverseOdds.Length - 1; k >= FirstSmallLogTerm; k--)
        {
            small = (small * square.Hi) + InverseOdds[k].Hi;
        }

        DoubleDouble sum = small;
        for (int k = FirstSmallLogTerm - 1; k >= 0; k--)
        {
            sum = (sum * square) + InverseOdds[k];
        }

        n += extraExponent;
        DoubleDouble exponentPart = DoubleDouble.Product(n, Ln2Middle) + (n * Ln2Low) + (n * Ln2High);
        return exponentPart + (sum * s * 2);
    }

    // The terms of the series of exp(r), over r^first, from this order on.
    private static DoubleDouble ExpSeries(DoubleDouble r, int first)
    {
        double small = 0;
        for (int k = InverseFactorials.Length - 1; k >= FirstSmallExpTerm; k--)
        {
            small = (small * r.Hi) + InverseFactorials[k].Hi;
        }

        DoubleDouble sum = small;
        for (int k = FirstSmallExpTerm - 1; k >= first; k--)
        {
            sum = (sum * r) + InverseFactorials[k];
        }

        return sum;
    }

    private static DoubleDouble[] MakeInverseFactorials(int count)
    {
        var result = new DoubleDouble[count];
        result[0] = 1;
        for (int k = 1; k < count; k++)
        {
            result[k] = result[k - 1] / k;
        }

        return result;
    }
}

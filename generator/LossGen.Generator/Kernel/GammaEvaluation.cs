namespace LossGen.Generator.Kernel;

/// <summary>
/// The logarithm of the gamma function and its derivatives in float64, for folding and for the reference interpreter: by Taylor series with values of
/// the Hurwitz zeta function, which share nothing with the polynomials of the runtime library, so that each checks the other.
/// </summary>
internal static class GammaEvaluation
{
    private const double EulersConstant = 0.5772156649015329;
    private const int SeriesTerms = 60;

    // The positive zero of ψ as a double, and the remainder.
    private const double Zero = 1.4616321449683622;
    private const double ZeroRest = 9.549995429965697e-17;

    // B₂ₖ/(2k)!
    private static readonly double[] BernoulliOverFactorial =
    [
        1.0 / 12, -1.0 / 720, 1.0 / 30240, -1.0 / 1209600, 1.0 / 47900160, -691.0 / 1307674368000, 1.0 / 74724249600, -3617.0 / 10670622842880000,
    ];

    // ζ(k) − 1 at k, from 2 on; and ζ(k, Zero).
    private static readonly double[] ZetaLessOne = [.. Enumerable.Range(0, SeriesTerms).Select(static k => k < 2 ? 0 : Zeta(k, 2))];
    private static readonly double[] ZetaAtZero = [.. Enumerable.Range(0, SeriesTerms).Select(static k => k < 2 ? 0 : Zeta(k, Zero))];

    public static double LogGamma(double a)
    {
        if (double.IsNaN(a) || double.IsInfinity(a) || (a <= 0 && Math.Floor(a) == a))
        {
            return double.IsNaN(a) ? a : double.PositiveInfinity;
        }

        if (a < 0)
        {
            return Math.Log(Math.PI / (-a * Math.Abs(Math.Sin(Math.PI * (a - Math.Round(a)))))) - LogGamma(-a);
        }

        if (a >= 10)
        {
            double rest = (1.0 / 12 - ((1.0 / 360 - ((1.0 / 1260 - ((1.0 / 1680 - ((1.0 / 1188 - (691.0 / 360360 / (a * a))) / (a * a))) / (a * a))) / (a * a))) / (a * a))) / a;
            return (a * (Math.Log(a) - 1)) - (0.5 * Math.Log(a)) + (0.5 * Math.Log(2 * Math.PI)) + rest;
        }

        // Γ(a) = (a − 1)·(a − 2)·…·Γ(2 + w) with |w| ≤ ½.
        double factors = 1;
        for (; a > 2.5; a -= 1)
        {
            factors *= a - 1;
        }

        if (a < 0.5)
        {
            return LogGammaOfTwoPlus(a) - Evaluation.Log1P(a) - Math.Log(a);
        }

        return a < 1.5 ? LogGammaOfTwoPlus(a - 1) - Evaluation.Log1P(a - 1) : Math.Log(factors) + LogGammaOfTwoPlus(a - 2);
    }

    public static double Digamma(double a)
    {
        if (a == 0 || double.IsPositiveInfinity(a))
        {
            return a == 0 ? -1 / a : a;
        }

        if (a < 0)
        {
            double distance = a - Math.Round(a);
            return distance == 0 || double.IsNaN(distance) ? double.NaN : Digamma(-a) - (1 / a) - (Math.PI / Math.Tan(Math.PI * distance));
        }

        // Near the zero, the Taylor series, with all digits.
        double d = a - Zero - ZeroRest;
        double sum = 0;
        if (Math.Abs(d) < 0.5)
        {
            for (int k = SeriesTerms - 1; k >= 2; k--)
            {
                sum = (ZetaAtZero[k] - sum) * d;
            }

            return sum;
        }

        for (; a < 16; a += 1)
        {
            sum -= 1 / a;
        }

        double z = 1 / (a * a);
        return sum + Math.Log(a) - (0.5 / a) - (z * (1.0 / 12 - (z * (1.0 / 120 - (z * (1.0 / 252 - (z * (1.0 / 240 - (z * (1.0 / 132 - (z * 691 / 32760)))))))))));
    }

    public static double Trigamma(double a) => Polygamma(1, a);

    public static double Polygamma(int order, double a)
    {
        if (order == 0)
        {
            return Digamma(a);
        }

        double factorial = 1;
        for (int k = 2; k <= order; k++)
        {
            factorial *= k;
        }

        bool isOdd = (order & 1) != 0;
        if (a > 0 || a == 0 || double.IsNaN(a))
        {
            double sum = factorial * (Math.Pow(a, -order - 1) + (double.IsPositiveInfinity(a) ? 0 : Zeta(order + 1, a + 1)));
            return isOdd ? a == 0 ? double.PositiveInfinity : sum : -sum;
        }

        double distance = a - Math.Round(a);
        if (distance == 0)
        {
            return isOdd ? double.PositiveInfinity : double.NaN;
        }

        double reflected = DerivativeOfCotangent(order, 1 / Math.Tan(-Math.PI * distance));
        return (isOdd ? -reflected : reflected) - (factorial * Zeta(order + 1, 1 - a));
    }

    // π·(d/dx)ⁿ cot πx, a polynomial in c = cot πx, since c′ = −π·(1 + c²).
    private static double DerivativeOfCotangent(int order, double cotangent)
    {
        double[] coefficients = [0, Math.PI];
        for (int n = 0; n < order; n++)
        {
            double[] next = new double[coefficients.Length + 1];
            for (int k = 1; k < coefficients.Length; k++)
            {
                next[k - 1] -= Math.PI * k * coefficients[k];
                next[k + 1] -= Math.PI * k * coefficients[k];
            }

            coefficients = next;
        }

        return Enumerable.Reverse(coefficients).Aggregate((sum, coefficient) => (sum * cotangent) + coefficient);
    }

    // log Γ(2 + w) = (1 − γ)·w + Σ (−1)ᵏ·(ζ(k) − 1)·wᵏ/k
    private static double LogGammaOfTwoPlus(double w)
    {
        double sum = 0;
        for (int k = SeriesTerms - 1; k >= 2; k--)
        {
            sum = (ZetaLessOne[k] / k) - (w * sum);
        }

        return w * (1 - EulersConstant + (w * sum));
    }

    // ζ(s, a) = a⁻ˢ + (a + 1)⁻ˢ + …: the Euler–Maclaurin formula for the terms from the fifteenth on.
    private static double Zeta(int s, double a)
    {
        int terms = 15 + s;
        double end = a + terms, factors = 1, power = Math.Pow(end, -s), sum = (power * end / (s - 1)) + (power / 2);
        for (int k = 0; k < BernoulliOverFactorial.Length; k++)
        {
            factors *= k == 0 ? s / end : (s + (2.0 * k) - 1) * (s + (2.0 * k)) / (end * end);
            sum += BernoulliOverFactorial[k] * factors * power;
        }

        for (int k = terms - 1; k >= 0; k--)
        {
            sum += Math.Pow(a + k, -s);
        }

        return sum;
    }
}

namespace LossGen.Generator.Kernel;

/// <summary>
/// The error function and its relatives in float64, for folding and for the reference interpreter: by a series and a continued fraction, which share
/// nothing with the polynomials of the runtime library, so that each checks the other.
/// </summary>
internal static class NormalEvaluation
{
    private const int FractionTerms = 200;

    private static readonly double RootOfTwoPi = Math.Sqrt(2 * Math.PI);

    // 2/√π·exp(−a²)·Σ 2ᵏ·a²ᵏ⁺¹/(1·3·…·(2k + 1)), whose terms are all positive.
    public static double Erf(double a)
    {
        if (Math.Abs(a) >= 1 || double.IsNaN(a))
        {
            return a < 0 ? Erfc(-a) - 1 : 1 - Erfc(a);
        }

        double term = a, sum = a;
        for (int k = 1; k < 40; k++)
        {
            term *= 2 * a * a / ((2 * k) + 1);
            sum += term;
        }

        return ErfSlope(a) * sum;
    }

    public static double Erfc(double a) => a < 1 ? (a <= -1 ? 2 - Erfc(-a) : 1 - Erf(a)) : Math.Sqrt(2 / Math.PI) * MillsRatio(a * Math.Sqrt(2)) * Decay(a, 1);

    public static double ErfSlope(double a) => 2 / Math.Sqrt(Math.PI) * Decay(a, 1);

    public static double NormalCdf(double a) => a < -2 ? MillsRatio(-a) * NormalDensity(a) : a > 2 ? 1 - NormalCdf(-a) : 0.5 + (0.5 * Erf(a / Math.Sqrt(2)));

    public static double LogNormalCdf(double a) =>
        a < -2 ? Math.Log(MillsRatio(-a) / RootOfTwoPi) - (a * a / 2) : a > 2 ? Evaluation.Log1P(-NormalCdf(-a)) : Math.Log(NormalCdf(a));

    public static double NormalDensity(double a) => Decay(a, 0.5) / RootOfTwoPi;

    public static double InverseMillsRatio(double a) => a < -2 ? 1 / MillsRatio(-a) : NormalDensity(a) / NormalCdf(a);

    // (1 − Φ(a))/φ(a) = 1/(a + 1/(a + 2/(a + 3/(a + …)))), for a from √2 on.
    private static double MillsRatio(double a)
    {
        double divisor = a;
        for (int k = FractionTerms; k > 0; k--)
        {
            divisor = a + (k / divisor);
        }

        return 1 / divisor;
    }

    // exp(−factor·a²), split so that the square of the leading digits of a is exact.
    private static double Decay(double a, double factor)
    {
        if (Math.Abs(a) > 40)
        {
            return 0;
        }

        double part = Math.Round(a * 16) / 16;
        return Math.Exp(-factor * (part * part)) * Math.Exp(-factor * (a - part) * (a + part));
    }
}

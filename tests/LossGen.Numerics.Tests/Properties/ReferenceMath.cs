namespace LossGen.Numerics.Tests.Properties;

/// <summary>Accurate float64 functions that System.Math lacks.</summary>
internal static class ReferenceMath
{
    /// <summary>log(1 + x) by Kahan's quotient: the rounding of 1 + x cancels between numerator and denominator.</summary>
    public static double Log1P(double x)
    {
        double rounded = 1.0 + x;
        return rounded == 1.0 ? x : double.IsInfinity(rounded) ? rounded : Math.Log(rounded) * (x / (rounded - 1.0));
    }

    /// <summary>exp(x) − 1 by the same quotient.</summary>
    public static double ExpM1(double x)
    {
        double rounded = Math.Exp(x);
        return rounded == 1.0 ? x : rounded - 1.0 == -1.0 || double.IsInfinity(rounded) ? rounded - 1.0 : (rounded - 1.0) * (x / Math.Log(rounded));
    }

    /// <summary>log(x / y), exact even where x and y are nearly equal.</summary>
    public static double LogRatio(double x, double y) => Math.Abs(x - y) < 0.5 * y ? Log1P((x - y) / y) : Math.Log(x) - Math.Log(y);

    /// <summary>Neumaier's compensated sum: as if in twice the precision.</summary>
    public static double Sum(IEnumerable<double> terms)
    {
        double sum = 0.0;
        double lost = 0.0;
        foreach (double term in terms)
        {
            double next = sum + term;
            lost += Math.Abs(sum) >= Math.Abs(term) ? (sum - next) + term : (term - next) + sum;
            sum = next;
        }

        // An infinite or NaN sum has lost nothing that could be added.
        return double.IsFinite(sum) ? sum + lost : sum;
    }

    public static double Sum(int count, Func<int, double> term) => Sum(Enumerable.Range(0, count).Select(term));
}

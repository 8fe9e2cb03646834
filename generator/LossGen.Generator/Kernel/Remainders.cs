namespace LossGen.Generator.Kernel;

/// <summary>Differences that nearly cancel, in float64: from the remainder of a series or from a quotient, rather than by subtraction.</summary>
internal static class Remainders
{
    // Powers of two that scale the square of the largest and of the smallest number to where it has all its digits.
    private static readonly double Huge = Math.Pow(2, 600);
    private static readonly double Large = Math.Pow(2, 500);
    private static readonly double Small = Math.Pow(2, -450);

    // From here on, lost digits in the square of a small number do not matter.
    private static readonly double Tiny = Math.Pow(2, -250);

    /// <summary>√(a² + b)</summary>
    public static double RootOfSquarePlus(double a, double b)
    {
        double magnitude = Math.Abs(a);
        double scale = magnitude > Large && !double.IsInfinity(a) ? 1 / Huge : magnitude < Small && b < Tiny ? Huge : 1;
        return Math.Sqrt((a * scale * (a * scale)) + (b * scale * scale)) / scale;
    }

    /// <summary>√(a² + b²) − b = a·a/(√(a² + b²) + b)</summary>
    public static double OfRoot(double a, double b)
    {
        double larger = Math.Max(Math.Abs(a), b);
        double scale = larger > Large ? 1 / Huge : larger < Small ? Huge : 1;
        double divisor = Math.Sqrt((a * scale * (a * scale)) + (b * scale * (b * scale))) + (b * scale);
        return double.IsInfinity(a) ? double.PositiveInfinity : divisor == 0 ? 0 : a * (a * scale / divisor);
    }

    /// <summary>eᵃ − 1 − a = a²/2! + a³/3! + …, for |a| ≤ 1</summary>
    public static double OfExp(double a)
    {
        double sum = 0;
        for (int k = 20; k > 2; k--)
        {
            sum = (1 + sum) * a / k;
        }

        return a * (a * (1 + sum)) / 2;
    }

    /// <summary>a − ln(1 + a) = s·(a − 2·(s²/3 + s⁴/5 + …)) with s = a/(2 + a), where s is small; else the difference</summary>
    public static double OfLog(double a)
    {
        if (a is <= -0.5 or >= 1 || double.IsNaN(a))
        {
            return double.IsPositiveInfinity(a) ? a : a - Math.Log(1 + a);
        }

        double s = a / (2 + a);
        double square = s * s;
        double sum = 0;
        for (int k = 37; k > 1; k -= 2)
        {
            sum = ((1.0 / k) + sum) * square;
        }

        return s * (a - (2 * sum));
    }

    /// <summary>a − sin a = a³/3! − a⁵/5! + …, where a is small; else the difference</summary>
    public static double OfSine(double a)
    {
        if (!(Math.Abs(a) < 1.5))
        {
            return double.IsInfinity(a) ? a : a - Math.Sin(a);
        }

        double square = a * a;
        double sum = 0;
        for (int k = 24; k > 2; k -= 2)
        {
            sum = (1 - sum) * square / (k * (k + 1));
        }

        return a * (square * (1 - sum)) / 6;
    }
}

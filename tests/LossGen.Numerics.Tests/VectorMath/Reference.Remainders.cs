namespace LossGen.Numerics.Tests.VectorMathTests;

internal static partial class Reference
{
    // 2^-560 and 2^-400: below them the square, or the cube, is far below the last place of a subnormal number.
    private const double NoSquare = 2.6499e-169;
    private const double NoCube = 3.8726e-121;

    /// <summary>exp(x) - 1 - x.</summary>
    public static Exact ExpRemainder(double x)
    {
        if (Math.Abs(x) < NoSquare)
        {
            return 0.0;
        }

        if (Math.Abs(x) < 0.35)
        {
            int exponent = Math.ILogB(x);
            double scaled = Math.ScaleB(x, -exponent);
            return new(ExpSeries(x, 2) * DoubleDouble.Product(scaled, scaled), 2 * exponent);
        }

        Exact lessOne = ExpM1(x);
        return lessOne.Exponent > 200 ? lessOne : lessOne.Mantissa.Scaled(lessOne.Exponent) - x;
    }

    /// <summary>x - log(1 + x) of an x above -1.</summary>
    public static Exact LogRemainder(double x)
    {
        if (Math.Abs(x) < NoSquare)
        {
            return 0.0;
        }

        if (x is < -0.3 or > 0.4)
        {
            return (DoubleDouble)x - Log1P(x);
        }

        // log(1 + x) = 2·artanh(s), s = x/(2 + x), and x = 2s + s·x.
        int exponent = Math.ILogB(x);
        DoubleDouble s = (DoubleDouble)x / DoubleDouble.Sum(2, x);
        DoubleDouble square = s * s;
        DoubleDouble sum = 0;
        for (int k = InverseOdds.Length - 1; k > 0; k--)
        {
            sum = (sum + InverseOdds[k]) * square;
        }

        return new(s.Scaled(-exponent) * ((DoubleDouble)x - (sum * 2)).Scaled(-exponent), 2 * exponent);
    }

    /// <summary>x - sin(x).</summary>
    public static Exact SineRemainder(double x)
    {
        if (Math.Abs(x) < NoCube)
        {
            return 0.0;
        }

        if (Math.Abs(x) > 0.75)
        {
            return (DoubleDouble)x - Sine(x, 0);
        }

        int exponent = Math.ILogB(x);
        double scaled = Math.ScaleB(x, -exponent);
        return new(AlternatingSeries(DoubleDouble.Product(x, x), 3) * DoubleDouble.Product(scaled, scaled) * scaled, 3 * exponent);
    }

    /// <summary>1 - cos(x).</summary>
    public static Exact OneMinusCosine(double x)
    {
        if (Math.Abs(x) < NoSquare)
        {
            return 0.0;
        }

        DoubleDouble sine = Sine(x / 2, 0);
        int exponent = Math.ILogB(sine.Hi);
        DoubleDouble scaled = sine.Scaled(-exponent);
        return new(scaled * scaled, (2 * exponent) + 1);
    }
}

namespace LossGen.Numerics.Tests.VectorMathTests;

internal static partial class Reference
{
    private const double NegligibleFourth = 1.0 / (1 << 20);

    public static readonly DoubleDouble LogOf2 = new(0.6931471805599453, 2.3190468138462996e-17);
    public static readonly DoubleDouble LogOf10 = new(2.302585092994046, -2.1707562233822494e-16);

    /// <summary>The angle of a point whose coordinates are numbers, not both 0.</summary>
    public static DoubleDouble Angle(DoubleDouble y, DoubleDouble x)
    {
        // The angle that Math's result lacks is so small that it is its own tangent.
        if (y.Hi == 0)
        {
            return x.Hi > 0 || (x.Hi == 0 && double.IsPositive(x.Hi)) ? y : new DoubleDouble(3.141592653589793, 1.2246467991473532e-16);
        }

        double ratio = Math.Abs(y.Hi / x.Hi);
        if (x.Hi > 0 && ratio < NegligibleCube)
        {
            return y.Scaled(ratio < 1e-290 ? 300 : 0) is var scaled && ratio < 1e-290 ? new DoubleDouble(scaled.Hi / x.Hi * Math.ScaleB(1, -300), 0) : y / x;
        }

        double angle = Math.Atan2(y.Hi, x.Hi);
        (DoubleDouble sine, DoubleDouble cosine) = (Sine(angle, 0), Sine(angle, 1));
        (y, x) = Math.Abs(y.Hi) > Math.Abs(x.Hi) ? (y.Scaled(-Math.ILogB(y.Hi)), x.Scaled(-Math.ILogB(y.Hi))) : (y.Scaled(-Math.ILogB(x.Hi)), x.Scaled(-Math.ILogB(x.Hi)));
        return (((y * cosine) - (x * sine)) / ((x * cosine) + (y * sine))) + angle;
    }

    /// <summary>√(1 − x²).</summary>
    public static DoubleDouble RootOfOneMinusSquare(double x) => Root(((DoubleDouble)1 - x) * ((DoubleDouble)1 + x));

    /// <summary>√a.</summary>
    public static DoubleDouble Root(DoubleDouble a)
    {
        double root = Math.Sqrt(a.Hi);
        return root == 0 ? root : ((a - DoubleDouble.Product(root, root)) / (2 * root)) + root;
    }

    /// <summary>sinh(x).</summary>
    public static Exact Sinh(double x)
    {
        double magnitude = Math.Abs(x);
        if (magnitude < NegligibleCube)
        {
            return (DoubleDouble)x;
        }

        if (magnitude < 0.35)
        {
            DoubleDouble excess = ExpM1(magnitude).Mantissa;
            DoubleDouble half = (excess + (excess / (excess + 1))).Scaled(-1);
            return x < 0 ? -half : half;
        }

        (DoubleDouble power, DoubleDouble inverse, int exponent) = Exponentials(magnitude);
        return new(x < 0 ? inverse - power : power - inverse, exponent - 1);
    }

    /// <summary>cosh(x).</summary>
    public static Exact Cosh(double x)
    {
        (DoubleDouble power, DoubleDouble inverse, int exponent) = Exponentials(Math.Abs(x));
        return new(power + inverse, exponent - 1);
    }

    /// <summary>The inverse hyperbolic sine, log(x + √(x² + 1)).</summary>
    public static DoubleDouble Asinh(double x)
    {
        double magnitude = Math.Abs(x);
        if (magnitude < NegligibleFourth)
        {
            // x − x³/6 + 3x⁵/40 − 15x⁷/336
            double square = x * x;
            return magnitude < NegligibleCube ? x : x - (((DoubleDouble)x * x / 6 - (square * square * ((3.0 / 40) - (square * (15.0 / 336))))) * x);
        }

        DoubleDouble result = magnitude > 1e20 ? Log(magnitude) + LogOf2 : LogOfNormal(Root(DoubleDouble.Product(x, x) + 1) + magnitude, 0);
        return x < 0 ? -result : result;
    }

    /// <summary>The inverse hyperbolic cosine, log(x + √(x² − 1)).</summary>
    public static DoubleDouble Acosh(double x) => x > 1e20 ? Log(x) + LogOf2 : LogOfNormal(Root(DoubleDouble.Product(x, x) - 1) + x, 0);

    /// <summary>The inverse hyperbolic tangent, half of log((1 + x)/(1 − x)).</summary>
    public static DoubleDouble Atanh(double x)
    {
        if (Math.Abs(x) < NegligibleFourth)
        {
            // x + x³/3 + x⁵/5 + x⁷/7
            double square = x * x;
            return Math.Abs(x) < NegligibleCube ? x : x + (((DoubleDouble)x * x / 3 + (square * square * ((1.0 / 5) + (square / 7)))) * x);
        }

        return LogOfNormal((DoubleDouble.Sum(1, x)) / DoubleDouble.Sum(1, -x), 0).Scaled(-1);
    }

    /// <summary>∛x.</summary>
    public static DoubleDouble CubeRoot(double x)
    {
        int third = (int)Math.Floor(Math.ILogB(x) / 3.0);
        double scaled = Math.ScaleB(Math.ScaleB(x, -third), -2 * third);
        double root = Math.Cbrt(scaled);
        DoubleDouble square = DoubleDouble.Product(root, root);
        return ((((DoubleDouble)scaled - (square * root)) / (square * 3)) + root).Scaled(third);
    }

    /// <summary>√(x² + y²).</summary>
    public static Exact Hypotenuse(double x, double y)
    {
        if (x == 0 && y == 0)
        {
            return 0.0;
        }

        int exponent = Math.ILogB(Math.Max(Math.Abs(x), Math.Abs(y)));
        (double a, double b) = (Math.ScaleB(x, -exponent), Math.ScaleB(y, -exponent));
        return new(Root(DoubleDouble.Product(a, a) + DoubleDouble.Product(b, b)), exponent);
    }

    // e^x and e^-x, both over 2^exponent
    private static (DoubleDouble Power, DoubleDouble Inverse, int Exponent) Exponentials(double x)
    {
        Exact power = Exp(x);
        return (power.Mantissa, power.Exponent > 150 ? 0 : ((DoubleDouble)1 / power.Mantissa).Scaled(-2 * power.Exponent), power.Exponent);
    }
}

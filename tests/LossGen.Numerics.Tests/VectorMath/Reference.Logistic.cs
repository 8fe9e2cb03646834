namespace LossGen.Numerics.Tests.VectorMathTests;

internal static partial class Reference
{
    private const double NegligibleCubeOfDecay = 1e-11;

    /// <summary>1/(1 + exp(−x)).</summary>
    public static Exact Sigmoid(double x)
    {
        Exact decay = Exp(-Math.Abs(x));
        DoubleDouble greater = (DoubleDouble)1 / (InRange(decay) + 1);
        return x < 0 ? new Exact(decay.Mantissa * greater, decay.Exponent) : greater;
    }

    /// <summary>x/(1 + exp(−x)).</summary>
    public static Exact Swish(double x)
    {
        Exact sigmoid = Sigmoid(x);
        return sigmoid with { Mantissa = sigmoid.Mantissa * x };
    }

    /// <summary>log(1 + exp(x)).</summary>
    public static Exact Softplus(double x) => x < 0 ? LogOfOnePlus(Exp(x)) : InRange(LogOfOnePlus(Exp(-x))) + x;

    /// <summary>log(1 − exp(x)) for x below 0.</summary>
    public static Exact Log1MExp(double x)
    {
        Exact complement = ExpM1(x);
        return x < -0.5 ? LogOfOnePlus(Exp(x) is var power ? power with { Mantissa = -power.Mantissa } : default) : LogOfNormal(-complement.Mantissa, complement.Exponent);
    }

    /// <summary>log(exp(a) + exp(b)).</summary>
    public static DoubleDouble LogAddExp(double a, double b) => InRange(LogOfOnePlus(Exp(-Absolute(DoubleDouble.Sum(a, -b))))) + Math.Max(a, b);

    /// <summary>log(exp(a) − exp(b)) for a above b.</summary>
    public static DoubleDouble LogSubExp(double a, double b)
    {
        // The rounding error of the difference is small enough for a correction by the derivative, exp(x)/(exp(x) − 1).
        DoubleDouble difference = DoubleDouble.Sum(b, -a);
        double slope = Math.Exp(difference.Hi) / InRange(ExpM1(difference.Hi)).Hi;
        return InRange(Log1MExp(difference.Hi)) + (slope * difference.Lo) + a;
    }

    // log(1 + u)
    private static Exact LogOfOnePlus(Exact u)
    {
        DoubleDouble number = InRange(u);
        return Math.Abs(number.Hi) > NegligibleCubeOfDecay ? LogOfNormal(number + 1, 0)
            : u with { Mantissa = u.Mantissa - (u.Mantissa * number).Scaled(-1) };
    }

    // As it is, or 0 if doubles have no such number.
    private static DoubleDouble InRange(Exact exact) => exact.Exponent < -900 ? 0.0 : exact.Mantissa.Scaled(exact.Exponent);

    private static DoubleDouble Absolute(DoubleDouble a) => a.Hi < 0 ? -a : a;
}

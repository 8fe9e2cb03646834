namespace LossGen;

/// <summary>
/// Functions that losses are made of and that .NET lacks, for formulas and for plain code alike: a formula that calls one is compiled to the same operations in
/// every lane.
/// </summary>
public static partial class Special
{
    private const float MinusLog2Single = -0.6931472f;
    private const double MinusLog2Double = -0.6931471805599453;

    /// <summary>The sigmoid 1/(1 + e⁻ˣ): the probability whose log-odds are <paramref name="x"/>.</summary>
    /// <remarks>No precision is lost at either end: at −100 it is e⁻¹⁰⁰. Its error is at most 2.5 units in the last place. Its derivative is σ(x)·σ(−x).</remarks>
    public static float Sigmoid(float x) => SigmoidOf(x, Decay(x));

    /// <inheritdoc cref="Sigmoid(float)"/>
    public static double Sigmoid(double x) => SigmoidOf(x, Decay(x));

    /// <summary>The logarithm of the sigmoid, −log(1 + e⁻ˣ).</summary>
    /// <remarks>Neither overflows nor becomes log 0: at −1000 it is −1000. Its derivative is σ(−x).</remarks>
    public static float LogSigmoid(float x) => -Softplus(-x);

    /// <inheritdoc cref="LogSigmoid(float)"/>
    public static double LogSigmoid(double x) => -Softplus(-x);

    /// <summary>log(1 + eˣ), a smooth max(x, 0).</summary>
    /// <remarks>Does not overflow: at 1000 it is 1000. Its error is at most 1.6 units in the last place. Its derivative is σ(x).</remarks>
    public static float Softplus(float x) => float.Max(x, 0) + VectorMath.Log1POfFraction(Decay(x));

    /// <inheritdoc cref="Softplus(float)"/>
    public static double Softplus(double x) => double.Max(x, 0) + VectorMath.Log1POfFraction(Decay(x));

    /// <summary>x·σ(x), also called SiLU.</summary>
    /// <remarks>−0 at −∞, where a product of x and σ(x) would be NaN. Its error is at most 3.5 units in the last place. Its derivative is σ(x) + x·σ(x)·σ(−x).</remarks>
    public static float Swish(float x) => float.Max(x, -1e30f) * Sigmoid(x);

    /// <inheritdoc cref="Swish(float)"/>
    public static double Swish(double x) => double.Max(x, -1e30) * Sigmoid(x);

    /// <summary>log(eᵃ + eᵇ).</summary>
    /// <remarks>Does not overflow. Its error is at most 2 units in the last place of the larger of max(a, b) and 1 + |a − b| times the logarithm that is added to it; near 0 the two may cancel. Its derivatives are σ(a − b) and σ(b − a).</remarks>
    public static float LogAddExp(float a, float b) => float.Max(a, b) + VectorMath.Log1POfFraction(Decay(a == b ? 0 : a - b));

    /// <inheritdoc cref="LogAddExp(float, float)"/>
    public static double LogAddExp(double a, double b) => double.Max(a, b) + VectorMath.Log1POfFraction(Decay(a == b ? 0 : a - b));

    /// <summary>log(eᵃ − eᵇ) for <paramref name="a"/> ≥ <paramref name="b"/>.</summary>
    /// <remarks>−∞ where a = b, NaN where a is below b. Its error is at most 2.3 units in the last place of the larger of a and 1 + |a − b| times the logarithm that is added to it; near 0 the two may cancel. Its derivatives are 1/(1 − eᵇ⁻ᵃ) and −eᵇ⁻ᵃ/(1 − eᵇ⁻ᵃ).</remarks>
    public static float LogSubExp(float a, float b) => float.IsNegativeInfinity(b) ? a : a + Log1MExp(b - a);

    /// <inheritdoc cref="LogSubExp(float, float)"/>
    public static double LogSubExp(double a, double b) => double.IsNegativeInfinity(b) ? a : a + Log1MExp(b - a);

    /// <summary>log(1 − eˣ) for <paramref name="x"/> ≤ 0: the logarithm of the complement of a probability whose logarithm is x.</summary>
    /// <remarks>Its error is at most 2 units in the last place, even where eˣ is near 1 or near 0. −∞ at 0, −0 at −∞, NaN where x is above 0 or NaN. Its derivative is −eˣ/(1 − eˣ).</remarks>
    public static float Log1MExp(float x) => x < MinusLog2Single ? VectorMath.Log1P(-VectorMath.Exp(x)) : VectorMath.Log(0 - VectorMath.ExpM1(x));

    /// <inheritdoc cref="Log1MExp(float)"/>
    public static double Log1MExp(double x) => x < MinusLog2Double ? VectorMath.Log1P(-VectorMath.Exp(x)) : VectorMath.Log(0 - VectorMath.ExpM1(x));

    /// <summary>x·log y, and 0 where <paramref name="x"/> is 0, for every <paramref name="y"/> but NaN.</summary>
    /// <remarks>A term of an entropy or a likelihood. Its derivatives are log y, and x/y, which is 0 where x is 0.</remarks>
    public static float XLogY(float x, float y) => x == 0 && !float.IsNaN(y) ? 0 : x * VectorMath.Log(y);

    /// <inheritdoc cref="XLogY(float, float)"/>
    public static double XLogY(double x, double y) => x == 0 && !double.IsNaN(y) ? 0 : x * VectorMath.Log(y);

    // e⁻|ˣ|, from 0 to 1
    private static float Decay(float x) => VectorMath.ExpNonPositive(-float.Abs(x));

    private static float SigmoidOf(float x, float decay)
    {
        float greater = 1 / (1 + decay);
        return x < 0 ? decay * greater : greater;
    }

    // e⁻|ˣ|, from 0 to 1
    private static double Decay(double x) => VectorMath.ExpNonPositive(-double.Abs(x));

    private static double SigmoidOf(double x, double decay)
    {
        double greater = 1 / (1 + decay);
        return x < 0 ? decay * greater : greater;
    }
}

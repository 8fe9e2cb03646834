namespace LossGen;

/// <summary>
/// Functions that losses are made of and that C# has not, for formulas and for plain code alike: a formula that calls one is compiled to the same operations in
/// every lane.
/// </summary>
public static partial class Special
{
    private const float MinusLog2Single = -0.6931472f;
    private const double MinusLog2Double = -0.6931471805599453;

    /// <summary>log(1 − eˣ) for <paramref name="x"/> ≤ 0: the logarithm of what a probability of logarithm x leaves to the others.</summary>
    /// <remarks>All digits are right where eˣ is near 1 and where it is near 0. −∞ at 0, −0 at −∞, NaN where x is above 0 or NaN. Its slope is −eˣ/(1 − eˣ).</remarks>
    public static float Log1MExp(float x) => x < MinusLog2Single ? VectorMath.Log1P(-VectorMath.Exp(x)) : VectorMath.Log(0 - VectorMath.ExpM1(x));

    /// <inheritdoc cref="Log1MExp(float)"/>
    public static double Log1MExp(double x) => x < MinusLog2Double ? VectorMath.Log1P(-VectorMath.Exp(x)) : VectorMath.Log(0 - VectorMath.ExpM1(x));
}

namespace LossGen;

public static partial class Special
{
    /// <summary>The logarithm of the gamma function's magnitude, log |Γ(x)|.</summary>
    /// <param name="x">Any number: 0, a negative whole number and ±∞ give +∞, NaN gives NaN.</param>
    /// <returns>
    /// The logarithm, within two units in the last place. Below −2, where it goes through 0 next to each whole number: within two units or 2⁻⁵⁴, whichever is more.
    /// </returns>
    public static float LogGamma(float x) => VectorMath.LogGamma(x);

    /// <inheritdoc cref="LogGamma(float)"/>
    public static double LogGamma(double x) => VectorMath.LogGamma(x);

    /// <summary>The derivative of the logarithm of the gamma function, ψ(x) = Γ′(x)/Γ(x).</summary>
    /// <param name="x">Any number: ±0 gives ∓∞, a negative whole number and −∞ give NaN, +∞ gives +∞, NaN gives NaN.</param>
    /// <returns>
    /// The derivative, within two units in the last place, even next to its zero at 1.4616. Below 0, where it has a zero between any two poles: within two units or
    /// 2⁻⁵⁴, whichever is more.
    /// </returns>
    public static float Digamma(float x) => VectorMath.Digamma(x);

    /// <inheritdoc cref="Digamma(float)"/>
    public static double Digamma(double x) => VectorMath.Digamma(x);

    /// <summary>The second derivative of the logarithm of the gamma function, ψ′(x).</summary>
    /// <param name="x">Any number: 0 and a negative whole number give +∞, −∞ gives NaN, +∞ gives 0, NaN gives NaN.</param>
    /// <returns>A positive number.</returns>
    public static float Trigamma(float x) => VectorMath.Trigamma(x);

    /// <inheritdoc cref="Trigamma(float)"/>
    public static double Trigamma(double x) => VectorMath.Trigamma(x);
}

namespace LossGen;

/// <summary>
/// Statistical functions that .NET lacks, for your own code and for formulas: within two units in the last place of the exact result, and the same
/// bits as in the kernels that a formula is compiled to.
/// </summary>
public static partial class Special
{
    /// <summary>The error function, 2/√π·∫₀ˣ exp(−t²) dt.</summary>
    /// <param name="x">Any number: ±0 gives ±0, ±∞ gives ±1, NaN gives NaN.</param>
    /// <returns>A number from −1 to 1.</returns>
    public static float Erf(float x) => VectorMath.Erf(x);

    /// <inheritdoc cref="Erf(float)"/>
    public static double Erf(double x) => VectorMath.Erf(x);

    /// <summary>The error function's complement, 1 − erf x, to full precision where it is small.</summary>
    /// <param name="x">Any number: ±0 gives 1, −∞ gives 2, +∞ gives 0, NaN gives NaN.</param>
    /// <returns>A number from 0 to 2.</returns>
    public static float Erfc(float x) => VectorMath.Erfc(x);

    /// <inheritdoc cref="Erfc(float)"/>
    public static double Erfc(double x) => VectorMath.Erfc(x);

    /// <summary>The standard normal distribution function, Φ(x) = ½·erfc(−x/√2), to full precision where it is small.</summary>
    /// <param name="x">Any number: ±0 gives ½, −∞ gives 0, +∞ gives 1, NaN gives NaN.</param>
    /// <returns>A probability, from 0 to 1.</returns>
    public static float NormalCdf(float x) => VectorMath.NormalCdf(x);

    /// <inheritdoc cref="NormalCdf(float)"/>
    public static double NormalCdf(double x) => VectorMath.NormalCdf(x);

    /// <summary>The logarithm of the standard normal distribution function, log Φ(x), to full precision in both tails.</summary>
    /// <param name="x">Any number: −∞ gives −∞, +∞ gives 0, NaN gives NaN.</param>
    /// <returns>A number up to 0: about −x²/2 far below 0, −(1 − Φ(x)) far above.</returns>
    public static float LogNormalCdf(float x) => VectorMath.LogNormalCdf(x);

    /// <inheritdoc cref="LogNormalCdf(float)"/>
    public static double LogNormalCdf(double x) => VectorMath.LogNormalCdf(x);
}

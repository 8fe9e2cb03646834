namespace LossGen;

/// <summary>
/// Functions of all elements of a span, for the formulas of <see cref="AxisLossAttribute">losses along an axis</see> and for plain code alike: a formula that calls one is
/// compiled to the reductions of its kernels, each computed once for a location, even where a loop calls it.
/// </summary>
/// <remarks>Called as methods, they compute in <see cref="double"/> whatever the type, and round the result to it once.</remarks>
public static partial class Along
{
    /// <summary>The value itself, whose derivative counts as 0: what a formula computes from it is taken for a constant when gradients are derived.</summary>
    /// <remarks>
    /// The formula of any loss may call it, as <c>detach()</c> is called in PyTorch: for a weight that the prediction determines but is not to be changed by, say. The value of the
    /// loss is the same with and without the call.
    /// </remarks>
    /// <param name="value">Any number, ±∞ and NaN included.</param>
    /// <returns><paramref name="value"/>, bit for bit.</returns>
    public static float StopGradient(float value) => value;

    /// <inheritdoc cref="StopGradient(float)"/>
    public static double StopGradient(double value) => value;

    private static int Checked(int index, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, length);
        return index;
    }
}

namespace LossGen.Explorer.Plotting;

/// <summary>A quantity over the range.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Computed">What the compiled kernel computes at each point.</param>
/// <param name="Reference">What the same loss computes in float64; null if that cannot be compiled, or is the same.</param>
/// <param name="Differences">The difference, in units in the last place of the kernel's type; null without a reference.</param>
internal sealed record Curve(string Name, double[] Computed, double[]? Reference, double[]? Differences)
{
    public static Curve Of(string name, double[] computed, double[]? reference) =>
        new(name, computed, reference, reference is null ? null : [.. computed.Zip(reference, static (value, exact) => (value - exact) / UnitInLastPlace(exact))]);

    /// <summary>The point of the largest difference; null if there is none.</summary>
    public int? Worst => Differences is null ? null : Enumerable.Range(0, Differences.Length).Where(i => double.IsFinite(Differences[i])).Select(static i => (int?)i).MaxBy(i => Math.Abs(Differences[i!.Value]));

    // The distance of neighbouring floats where the number lies.
    private static double UnitInLastPlace(double number)
    {
        float magnitude = MathF.Max((float)Math.Abs(number), 1.17549435E-38f);
        return float.IsFinite(magnitude) ? (double)MathF.BitIncrement(magnitude) - magnitude : double.NaN;
    }
}

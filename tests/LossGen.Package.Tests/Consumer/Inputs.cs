namespace Consumer;

/// <summary>The inputs of the losses: fractions that a float holds exactly, in batches that leave a remainder.</summary>
internal static class Inputs
{
    public const int Classes = 10;

    public const int Features = 3;

    public static float[] Logits { get; } = Fractions(37 * Classes, 29);

    public static int[] Labels { get; } = [.. Enumerable.Range(0, 37).Select(static i => i * 7 % Classes)];

    public static float[] Prediction { get; } = Fractions(45 * Features, 31);

    public static float[] Target { get; } = Fractions(45 * Features, 43);

    /// <summary>The same number of values above 0 and below 1.</summary>
    public static float[] Probabilities { get; } = [.. Prediction.Select(static x => (x + 8.0625f) / 16.125f)];

    /// <summary>The same number of other such values.</summary>
    public static float[] Shares { get; } = [.. Target.Select(static y => (y + 8.0625f) / 16.125f)];

    public static float[] ClassWeights { get; } = [.. Enumerable.Range(1, Classes).Select(static c => (float)c)];

    public static float[] LogitWeights { get; } = [.. Logits.Select(static x => x + 8.5f)];

    /// <summary>Eighths from −8 to 8, in an order without a pattern within a row.</summary>
    private static float[] Fractions(int count, int step) => [.. Enumerable.Range(0, count).Select(i => ((i * step % 129) - 64) / 8f)];
}

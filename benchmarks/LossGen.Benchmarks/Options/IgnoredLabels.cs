using LossGen.Benchmarks.Custom;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Options;

/// <summary>Which labels are ignored.</summary>
/// <param name="share">About which share of them.</param>
/// <param name="run">How many neighbours are ignored together, like the padding of a sequence.</param>
public sealed class IgnoredLabels(double share, int run)
{
    /// <summary>The label of a location that does not count.</summary>
    public const int Label = -100;

    private const int Seed = 3;

    public static IgnoredLabels None { get; } = new(0, 1);

    public static IgnoredLabels AtRandom { get; } = new(0.3, 1);

    public static IgnoredLabels InRuns { get; } = new(0.3, 100);

    /// <summary>The same inputs with labels of which some are ignored.</summary>
    public CustomInputs Mark(CustomInputs drawn)
    {
        if (share == 0)
        {
            return drawn;
        }

        var random = new Random(Seed);
        AlignedBuffer<int> labels = drawn.Labels.Convert<int>();
        for (int start = 0; start < labels.Length; start += run)
        {
            if (random.NextDouble() < share)
            {
                labels.Span.Slice(start, Math.Min(run, labels.Length - start)).Fill(Label);
            }
        }

        return drawn with { Labels = labels };
    }
}

using LossGen.Benchmarks.Quick;

namespace LossGen.Benchmarks.Options;

/// <summary>The measurements of a loss with options.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Subject">LossGen's time.</param>
/// <param name="Plain">That of the plain loss; null if there is none.</param>
/// <param name="Torch">PyTorch's; null if it is absent or has no such function.</param>
public sealed record OptionRow(OptionLoss Loss, Timing Subject, Timing? Plain, Timing? Torch)
{
    public double NanosecondsPerElement(Timing timing) => timing.Median / Loss.Shape.Elements;
}

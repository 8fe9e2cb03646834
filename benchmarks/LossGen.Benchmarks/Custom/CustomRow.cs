using LossGen.Benchmarks.Quick;

namespace LossGen.Benchmarks.Custom;

/// <summary>The measurements of a custom loss.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Forward">LossGen's value.</param>
/// <param name="ForwardBackward">LossGen's value and gradients.</param>
/// <param name="Loop">The value, by the user's own method in a loop.</param>
/// <param name="Torch">PyTorch's value and gradients; null if it is absent.</param>
public sealed record CustomRow(CustomLoss Loss, Timing Forward, Timing ForwardBackward, Timing Loop, Timing? Torch)
{
    /// <summary>How many times as fast as the loop the generated code computes the value.</summary>
    public double TimesLoop => Loop.RatioTo(Forward);

    /// <summary>How many times as fast as PyTorch the generated code computes value and gradients; null if PyTorch is absent.</summary>
    public double? TimesTorch => Torch?.RatioTo(ForwardBackward);

    public static double NanosecondsPerElement(Timing timing) => timing.Median / CustomLoss.Elements;
}

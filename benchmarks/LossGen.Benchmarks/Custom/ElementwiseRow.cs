using LossGen.Benchmarks.Quick;

namespace LossGen.Benchmarks.Custom;

/// <summary>The measurements of an elementwise custom loss.</summary>
/// <param name="Row">Those of value and gradients.</param>
/// <param name="Forward">LossGen's value.</param>
/// <param name="Loop">The value, by the user's own method in a loop.</param>
public sealed record ElementwiseRow(CustomRow Row, Timing Forward, Timing Loop) : CustomRow(Row)
{
    /// <summary>How many times as fast as the loop the generated code computes the value.</summary>
    public double TimesLoop => Loop.RatioTo(Forward);
}

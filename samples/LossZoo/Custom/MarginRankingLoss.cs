using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The hinge of a difference: the first score should be above the second by the margin if the target is 1, and below it by as much if it is −1.
/// </summary>
/// <remarks>
/// Ralf Herbrich, Thore Graepel and Klaus Obermayer, Large Margin Rank Boundaries for Ordinal Regression, 2000.
/// </remarks>
[ElementwiseLoss]
public sealed partial class MarginRankingLoss
{
    [Formula]
    private static float Value(float first, float second, float target, [Parameter(Minimum = 0)] float margin = 0) =>
        MathF.Max(0, margin - target * (first - second));
}

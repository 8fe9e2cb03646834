using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The logistic loss of a margin: the target is −1 or 1, the prediction a score.
/// </summary>
/// <remarks>
/// Michael Collins, Robert E. Schapire and Yoram Singer, Logistic Regression, AdaBoost and Bregman Distances, 2002.
/// </remarks>
[ElementwiseLoss]
public sealed partial class SoftMarginLoss
{
    [Formula]
    private static float Value(float prediction, float target) => MathF.Log(1 + MathF.Exp(-prediction * target));
}

using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The focal loss of a logit, whose target is 0 or 1: cross-entropy, weighted less the more confident the right answer is, and by α for target 1, by 1 − α for target 0.
/// </summary>
/// <remarks>
/// Tsung-Yi Lin, Priya Goyal, Ross Girshick, Kaiming He and Piotr Dollár, Focal Loss for Dense Object Detection, 2017.
/// The weight (1 − p)^γ is written as exp(γ·log(1 − p)), whose derivative is finite even where 1 − p is too small for a float.
/// </remarks>
[ElementwiseLoss]
public sealed partial class FocalLoss
{
    [Formula]
    private static float Value(
        float logit,
        float target,
        [Parameter(Minimum = 0)] float gamma = 2,
        [Parameter(Minimum = 0, Maximum = 1)] float alpha = 0.25f)
    {
        float score = (2 * target - 1) * logit;
        float crossEntropy = MathF.Log(1 + MathF.Exp(-score));
        float focus = MathF.Exp(-gamma * MathF.Log(1 + MathF.Exp(score)));
        return (alpha * target + (1 - alpha) * (1 - target)) * focus * crossEntropy;
    }
}

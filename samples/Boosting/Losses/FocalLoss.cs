using LossGen;

namespace Boosting.Losses;

/// <summary>Binary cross-entropy of a logit, multiplied by the square of the probability of the wrong answer: what is already right counts less.</summary>
/// <remarks>
/// Tsung-Yi Lin, Priya Goyal, Ross Girshick, Kaiming He and Piotr Dollár, Focal Loss for Dense Object Detection, 2017.
/// Where an answer is wrong and confident, the loss curves downwards: its second derivative is negative.
/// </remarks>
[ElementwiseLoss(Curvature = true)]
public sealed partial class FocalLoss
{
    [Formula]
    private static float Value(float logit, [NoGradient] float target)
    {
        float score = (2 * target - 1) * logit;
        float miss = 1 / (1 + MathF.Exp(score));
        return miss * miss * MathF.Log(1 + MathF.Exp(-score));
    }
}

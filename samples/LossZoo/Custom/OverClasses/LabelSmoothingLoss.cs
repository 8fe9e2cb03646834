using LossGen;

namespace LossZoo.Custom.OverClasses;

/// <summary>
/// Cross-entropy with smoothed labels: a share ε of the label's probability is distributed evenly over all classes.
/// </summary>
/// <remarks>
/// Christian Szegedy, Vincent Vanhoucke, Sergey Ioffe, Jonathon Shlens and Zbigniew Wojna, Rethinking the Inception Architecture for Computer Vision, 2016.
/// The cross-entropy with the uniform distribution, −Σ log p / C, is log Σ exp(x) minus the mean logit. Without smoothing it would be multiplied by 0, so for ε = 0 use
/// the softmax loss.
/// </remarks>
[ClassAxisLoss(Shape.Batch, 10)]
public sealed partial class LabelSmoothingLoss
{
    [Formula]
    private static float Value(
        ClassLogits<float> logits, int label, [Parameter(Minimum = 0, MinimumIsExclusive = true, Maximum = 1, MaximumIsExclusive = true)] float smoothing = 0.1f)
    {
        float uniform = logits.LogSumExp() - logits.Sum() / logits.Count;
        return (1 - smoothing) * -logits.LogProbability(label) + smoothing * uniform;
    }
}

using LossGen;

namespace LossZoo.Written.OverClasses;

/// <summary>
/// Cross-entropy with smoothed labels: of the label's certainty a share ε goes to all classes alike.
/// </summary>
/// <remarks>
/// Christian Szegedy, Vincent Vanhoucke, Sergey Ioffe, Jonathon Shlens and Zbigniew Wojna, Rethinking the Inception Architecture for Computer Vision, 2016.
/// The cross-entropy with the uniform distribution, −Σ log p / C, is log Σ exp(x) less the mean logit. Without smoothing it would be 0 times that, so ε = 0 is left to
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

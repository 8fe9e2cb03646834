using LossGen;

namespace LossZoo.Custom.OverClasses;

/// <summary>
/// Generalised cross-entropy, which is robust to wrong labels: at q = 1 the mean absolute error 1 − p, in the limit q → 0 cross-entropy.
/// </summary>
/// <remarks>
/// Zhilu Zhang and Mert R. Sabuncu, Generalized Cross Entropy Loss for Training Deep Neural Networks with Noisy Labels, 2018.
/// </remarks>
[ClassAxisLoss(Shape.Batch, 10)]
public sealed partial class GeneralisedCrossEntropyLoss
{
    [Formula]
    private static float Value(ClassLogits<float> logits, int label, [Parameter(Minimum = 0, MinimumIsExclusive = true, Maximum = 1)] float q = 0.7f) =>
        (1 - MathF.Pow(logits.Probability(label), q)) / q;
}

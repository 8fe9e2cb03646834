using LossGen;

namespace LossZoo.Custom.OverClasses;

/// <summary>
/// The focal loss of a softmax: cross-entropy, weighted less the more confident the right class is.
/// </summary>
/// <remarks>
/// Tsung-Yi Lin, Priya Goyal, Ross Girshick, Kaiming He and Piotr Dollár, Focal Loss for Dense Object Detection, 2017.
/// </remarks>
[ClassAxisLoss(Shape.Batch, 10)]
public sealed partial class FocalSoftmaxLoss
{
    [Formula]
    private static float Value(ClassLogits<float> logits, int label, [Parameter(Minimum = 0)] float gamma = 2)
    {
        float probability = logits.Probability(label);
        return -MathF.Pow(1 - probability, gamma) * logits.LogProbability(label);
    }
}

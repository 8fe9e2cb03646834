using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Cross-entropy with a weight for each class, reduced for samples whose label is likely already.
/// </summary>
/// <remarks>Tsung-Yi Lin, Priya Goyal, Ross Girshick, Kaiming He and Piotr Dollár, Focal Loss for Dense Object Detection, 2017.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class ClassWeightedFocalLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> logits, int label, [Parameter(Minimum = 0)] ReadOnlySpan<float> classWeights, [Parameter(Minimum = 0)] float gamma = 2) =>
        -classWeights[label] * MathF.Pow(1 - Along.Softmax(logits, label), gamma) * Along.LogSoftmax(logits, label);
}

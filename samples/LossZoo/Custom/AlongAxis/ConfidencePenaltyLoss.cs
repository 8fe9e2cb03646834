using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Cross-entropy from which a part of the softmax's entropy is subtracted, so that predictions do not become too certain.
/// </summary>
/// <remarks>Gabriel Pereyra, George Tucker, Jan Chorowski, Łukasz Kaiser and Geoffrey Hinton, Regularizing Neural Networks by Penalizing Confident Output Distributions, 2017.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class ConfidencePenaltyLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> logits, int label, [Parameter(Minimum = 0)] float beta = 0.1f) =>
        -Along.LogSoftmax(logits, label) - beta * Along.Entropy(logits);
}

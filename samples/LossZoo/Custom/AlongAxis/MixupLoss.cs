using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Cross-entropy of a mixture of two samples: of the label of each, in proportion to its share.
/// </summary>
/// <remarks>Hongyi Zhang, Moustapha Cissé, Yann Dauphin and David Lopez-Paz, mixup: Beyond Empirical Risk Minimization, 2018.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class MixupLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> logits, int first, int second, [NoGradient] float share) =>
        -share * Along.LogSoftmax(logits, first) - (1 - share) * Along.LogSoftmax(logits, second);
}

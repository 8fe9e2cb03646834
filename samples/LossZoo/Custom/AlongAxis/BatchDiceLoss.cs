using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Dice loss of the whole batch: overlap and sizes are summed over all samples first, so that a sample without any target does no harm.
/// </summary>
/// <remarks>Fabian Isensee, Paul Jaeger, Simon Kohl, Jens Petersen and Klaus Maier-Hein, nnU-Net: A Self-configuring Method for Deep Learning-based Biomedical Image Segmentation, 2021.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class BatchDiceLoss
{
    [Formula]
    private static (float, float, float) Value(ReadOnlySpan<float> logits, [NoGradient] ReadOnlySpan<float> target, [Parameter(Minimum = 0)] float smooth = 1)
    {
        float overlap = 0, predicted = 0, wanted = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            float probability = Special.Sigmoid(logits[i]);
            overlap += probability * target[i];
            predicted += probability;
            wanted += target[i];
        }

        return (overlap, predicted, wanted);
    }

    [Total]
    private static double Total(double overlap, double predicted, double wanted, float smooth) => 1 - (2 * overlap + smooth) / (predicted + wanted + smooth);
}

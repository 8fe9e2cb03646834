using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Tversky loss of probabilities: Dice loss with weights of its own for false positives and false negatives.
/// </summary>
/// <remarks>Seyed Sadegh Mohseni Salehi, Deniz Erdogmus and Ali Gholipour, Tversky Loss Function for Image Segmentation Using 3D Fully Convolutional Deep Networks, 2017.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class TverskyLoss
{
    [Formula]
    private static float Value(
        ReadOnlySpan<float> probability,
        ReadOnlySpan<float> target,
        [Parameter(Minimum = 0)] float alpha = 0.3f,
        [Parameter(Minimum = 0)] float beta = 0.7f,
        [Parameter(Minimum = 0)] float smooth = 1)
    {
        float truePositives = 0, falsePositives = 0, falseNegatives = 0;
        for (int i = 0; i < probability.Length; i++)
        {
            truePositives += probability[i] * target[i];
            falsePositives += probability[i] * (1 - target[i]);
            falseNegatives += (1 - probability[i]) * target[i];
        }

        return 1 - (truePositives + smooth) / (truePositives + alpha * falsePositives + beta * falseNegatives + smooth);
    }
}

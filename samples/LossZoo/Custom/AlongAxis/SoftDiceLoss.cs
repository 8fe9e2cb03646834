using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Dice loss of probabilities: 1 minus twice the overlap of prediction and target over the sum of their sizes.
/// </summary>
/// <remarks>Fausto Milletari, Nassir Navab and Seyed-Ahmad Ahmadi, V-Net: Fully Convolutional Neural Networks for Volumetric Medical Image Segmentation, 2016.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class SoftDiceLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> logits, ReadOnlySpan<float> target, [Parameter(Minimum = 0)] float smooth = 1)
    {
        float overlap = 0, predicted = 0, wanted = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            float probability = 1 / (1 + MathF.Exp(-logits[i]));
            overlap += probability * target[i];
            predicted += probability;
            wanted += target[i];
        }

        return 1 - (2 * overlap + smooth) / (predicted + wanted + smooth);
    }
}

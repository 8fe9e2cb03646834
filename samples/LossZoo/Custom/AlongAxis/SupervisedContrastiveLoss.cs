using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Cross-entropy of the similarities to all others, the mean over those of the same class, which have a 1 in the mask; the others have a 0.
/// </summary>
/// <remarks>Prannay Khosla, Piotr Teterwak, Chen Wang, Aaron Sarna, Yonglong Tian, Phillip Isola, Aaron Maschinot, Ce Liu and Dilip Krishnan, Supervised Contrastive Learning, 2020.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class SupervisedContrastiveLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> similarity, [NoGradient] ReadOnlySpan<float> mask, [Parameter(Minimum = 0, MinimumIsExclusive = true)] float temperature = 0.1f)
    {
        float sum = 0;
        foreach (float each in similarity)
        {
            sum += MathF.Exp(each / temperature);
        }

        float logSum = MathF.Log(sum), loss = 0;
        for (int i = 0; i < similarity.Length; i++)
        {
            loss += mask[i] * (logSum - similarity[i] / temperature);
        }

        return loss / Along.Sum(mask);
    }
}

using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Cross-entropy of telling one positive similarity from many negative ones.
/// </summary>
/// <remarks>Aäron van den Oord, Yazhe Li and Oriol Vinyals, Representation Learning with Contrastive Predictive Coding, 2018; the temperature of Kaiming He et al., Momentum Contrast for Unsupervised Visual Representation Learning, 2020.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class InfoNCELoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> negatives, float positive, [Parameter(Minimum = 0, MinimumIsExclusive = true)] float temperature = 0.07f)
    {
        float sum = 0;
        foreach (float negative in negatives)
        {
            sum += MathF.Exp(negative / temperature);
        }

        return Special.Softplus(MathF.Log(sum) - positive / temperature);
    }
}

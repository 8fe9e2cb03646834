using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Cross-entropy of scaled logits, from which the label's has the margin of its class subtracted first: the rarer the class, the larger.
/// </summary>
/// <remarks>Kaidi Cao, Colin Wei, Adrien Gaidon, Nikos Arechiga and Tengyu Ma, Learning Imbalanced Datasets with Label-Distribution-Aware Margin Loss, 2019.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class LabelDistributionAwareMarginLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> logits, int label, [Parameter(Minimum = 0)] ReadOnlySpan<float> margins, [Parameter(Minimum = 0)] float scale = 30)
    {
        float sum = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            sum += MathF.Exp(scale * (i == label ? logits[i] - margins[i] : logits[i]));
        }

        return MathF.Log(sum) - scale * (logits[label] - margins[label]);
    }
}

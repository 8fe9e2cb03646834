using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Cross-entropy of scaled cosines, from which the label's has a margin subtracted first.
/// </summary>
/// <remarks>Feng Wang, Jian Cheng, Weiyang Liu and Haijun Liu, Additive Margin Softmax for Face Verification, 2018.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class AdditiveMarginSoftmaxLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> cosine, int label, [Parameter(Minimum = 0)] float scale = 30, [Parameter(Minimum = 0)] float margin = 0.35f)
    {
        float sum = 0;
        for (int i = 0; i < cosine.Length; i++)
        {
            sum += MathF.Exp(scale * (i == label ? cosine[i] - margin : cosine[i]));
        }

        return MathF.Log(sum) - scale * (cosine[label] - margin);
    }
}

using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Jensen–Shannon divergence of two softmaxes: the mean divergence of each from the mean of both.
/// </summary>
/// <remarks>Jianhua Lin, Divergence Measures Based on the Shannon Entropy, 1991.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class JensenShannonLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        float divergence = 0;
        for (int i = 0; i < left.Length; i++)
        {
            float p = Along.Softmax(left, i), q = Along.Softmax(right, i);
            float mean = (p + q) / 2;
            divergence += p * MathF.Log(p / mean) + q * MathF.Log(q / mean);
        }

        return divergence / 2;
    }
}

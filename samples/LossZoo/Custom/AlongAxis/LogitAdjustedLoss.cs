using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Cross-entropy of logits to which the logarithms of the classes' frequencies are added, so that rare classes get larger logits.
/// </summary>
/// <remarks>Aditya Krishna Menon, Sadeep Jayasumana, Ankit Singh Rawat, Himanshu Jain, Andreas Veit and Sanjiv Kumar, Long-tail Learning via Logit Adjustment, 2021.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class LogitAdjustedLoss
{
    [Formula]
    private static float Value(
        ReadOnlySpan<float> logits, int label, [Parameter(Minimum = 0, MinimumIsExclusive = true)] ReadOnlySpan<float> priors, [Parameter(Minimum = 0)] float tau = 1)
    {
        float sum = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            sum += MathF.Exp(logits[i] + tau * MathF.Log(priors[i]));
        }

        return MathF.Log(sum) - (logits[label] + tau * MathF.Log(priors[label]));
    }
}

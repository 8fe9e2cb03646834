using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Cross-entropy of logits that a hyperbolic tangent keeps within a cap.
/// </summary>
/// <remarks>Gemma Team, Gemma 2: Improving Open Language Models at a Practical Size, 2024.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class SoftcappedSoftmaxLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> logits, int label, [Parameter(Minimum = 0, MinimumIsExclusive = true)] float cap = 5)
    {
        float sum = 0;
        foreach (float logit in logits)
        {
            sum += MathF.Exp(Capped(logit, cap));
        }

        return MathF.Log(sum) - Capped(logits[label], cap);
    }

    private static float Capped(float logit, float cap) => cap * MathF.Tanh(logit / cap);
}

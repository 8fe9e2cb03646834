using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Kullback–Leibler divergence of a prediction from a target, both given as logarithms of probabilities.
/// </summary>
/// <remarks>Solomon Kullback and Richard Leibler, On Information and Sufficiency, 1951.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class KLDivergenceLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> logProbability, ReadOnlySpan<float> logTarget)
    {
        float divergence = 0;
        for (int i = 0; i < logTarget.Length; i++)
        {
            divergence += MathF.Exp(logTarget[i]) * (logTarget[i] - logProbability[i]);
        }

        return divergence;
    }
}

using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// Cross-entropy of the label, and of not choosing any class that has a 1 among the candidates, such as a word that was said already.
/// </summary>
/// <remarks>Sean Welleck, Ilia Kulikov, Stephen Roller, Emily Dinan, Kyunghyun Cho and Jason Weston, Neural Text Generation with Unlikelihood Training, 2020.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class UnlikelihoodLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> logits, int label, [NoGradient] ReadOnlySpan<float> candidates, [Parameter(Minimum = 0)] float alpha = 1)
    {
        float unlikelihood = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            unlikelihood -= candidates[i] > 0 ? Special.Log1MExp(Along.LogSoftmax(logits, i)) : 0;
        }

        return alpha * unlikelihood - Along.LogSoftmax(logits, label);
    }
}

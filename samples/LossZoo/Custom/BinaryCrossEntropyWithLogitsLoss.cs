using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The binary cross-entropy of a logit: the target is the probability of the positive class, from 0 to 1.
/// </summary>
/// <remarks>
/// David R. Cox, The Regression Analysis of Binary Sequences, 1958.
/// The compiler recognises both logarithms and keeps the digits of a confident and right logit.
/// </remarks>
[ElementwiseLoss]
public sealed partial class BinaryCrossEntropyWithLogitsLoss
{
    [Formula]
    private static float Value(float logit, float target) =>
        target * MathF.Log(1 + MathF.Exp(-logit)) + (1 - target) * MathF.Log(1 + MathF.Exp(logit));
}

using LossGen;

namespace LossZoo.Written;

/// <summary>
/// The binary cross-entropy of a logit: the target is the probability of a yes, from 0 to 1.
/// </summary>
/// <remarks>
/// David R. Cox, The Regression Analysis of Binary Sequences, 1958.
/// Both logarithms are functions that the compiler knows, and keep the digits of a logit that is sure and right.
/// </remarks>
[ElementwiseLoss]
public sealed partial class BinaryCrossEntropyWithLogitsLoss
{
    [Formula]
    private static float Value(float logit, float target) =>
        target * MathF.Log(1 + MathF.Exp(-logit)) + (1 - target) * MathF.Log(1 + MathF.Exp(logit));
}

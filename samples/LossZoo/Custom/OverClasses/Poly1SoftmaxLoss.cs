using LossGen;

namespace LossZoo.Custom.OverClasses;

/// <summary>
/// Poly-1: cross-entropy, written as the series (1 − p) + (1 − p)²/2 + …, with the coefficient of its first term changed to 1 + ε.
/// </summary>
/// <remarks>
/// Zhaoqi Leng, Mingxing Tan, Chenxi Liu, Ekin Dogus Cubuk, Xiaojie Shi, Shuyang Cheng and Dragomir Anguelov,
/// PolyLoss: A Polynomial Expansion Perspective of Classification Loss Functions, 2022.
/// </remarks>
[ClassAxisLoss(Shape.Batch, 10)]
public sealed partial class Poly1SoftmaxLoss
{
    [Formula]
    private static float Value(ClassLogits<float> logits, int label, [Parameter(Minimum = -1)] float epsilon = 1) =>
        -logits.LogProbability(label) + epsilon * (1 - logits.Probability(label));
}

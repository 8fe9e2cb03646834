// Poly-1: cross-entropy with another coefficient for the first term of its series in 1 − p.
[ClassAxisLoss(Shape.Batch, 10)]
public sealed partial class Poly1Loss
{
    [Formula]
    private static float Value(ClassLogits<float> logits, int label, [Parameter(Minimum = -1)] float epsilon = 1) =>
        -logits.LogProbability(label) + epsilon * (1 - logits.Probability(label));
}

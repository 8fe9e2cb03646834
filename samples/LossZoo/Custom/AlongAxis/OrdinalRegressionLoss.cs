using LossGen;

namespace LossZoo.Custom.AlongAxis;

/// <summary>
/// For grades in an order, from 0 to the number of logits: each logit says whether the grade is above its index.
/// </summary>
/// <remarks>Wenzhi Cao, Vahid Mirjalili and Sebastian Raschka, Rank Consistent Ordinal Regression for Neural Networks with Application to Age Estimation, 2020.</remarks>
[AxisLoss(Shape.Batch, 10)]
public sealed partial class OrdinalRegressionLoss
{
    [Formula]
    private static float Value(ReadOnlySpan<float> logits, [NoGradient] float grade)
    {
        float sum = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            sum += Special.Softplus(i < grade ? -logits[i] : logits[i]);
        }

        return sum;
    }
}

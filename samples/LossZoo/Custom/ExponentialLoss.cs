using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The loss that AdaBoost minimises: the target is −1 or 1, the prediction a score.
/// </summary>
/// <remarks>
/// Yoav Freund and Robert E. Schapire, A Decision-Theoretic Generalization of On-Line Learning and an Application to Boosting, 1997.
/// </remarks>
[ElementwiseLoss]
public sealed partial class ExponentialLoss
{
    [Formula]
    private static float Value(float prediction, float target) => MathF.Exp(-prediction * target);
}

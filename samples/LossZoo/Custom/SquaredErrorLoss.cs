using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The squared error, whose best constant prediction is the mean; the square loss of the attribute is half of it.
/// </summary>
/// <remarks>
/// Adrien-Marie Legendre, Nouvelles méthodes pour la détermination des orbites des comètes, 1805.
/// </remarks>
[ElementwiseLoss]
public sealed partial class SquaredErrorLoss
{
    [Formula]
    private static float Value(float prediction, float target)
    {
        float error = prediction - target;
        return error * error;
    }
}

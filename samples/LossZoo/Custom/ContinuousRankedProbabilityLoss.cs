using LossGen;

namespace LossZoo.Custom;

/// <summary>
/// The continuous ranked probability score (CRPS) of a normal distribution, for a network that predicts mean and standard deviation, σ: in units of the target, and with a
/// gradient of at most 1, unlike the likelihood. σ must be above 0.
/// </summary>
/// <remarks>
/// Tilmann Gneiting, Adrian E. Raftery, Anton H. Westveld and Tom Goldman, Calibrated Probabilistic Forecasting Using Ensemble Model Output Statistics and Minimum CRPS Estimation, 2005.
/// 2·Φ(z) − 1 is written as an error function, which keeps its digits where z is small.
/// </remarks>
[ElementwiseLoss]
public sealed partial class ContinuousRankedProbabilityLoss
{
    [Formula]
    private static float Value(float mean, float target, float deviation)
    {
        float error = target - mean;
        float z = error / deviation;
        float density = MathF.Exp(-z * z / 2) / MathF.Sqrt(2 * MathF.PI);
        return error * Special.Erf(z / MathF.Sqrt(2)) + deviation * (2 * density - 1 / MathF.Sqrt(MathF.PI));
    }
}

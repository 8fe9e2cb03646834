namespace LossGen.Numerics.Tests.Properties;

/// <summary>The inputs of one call.</summary>
/// <param name="Prediction">The first input.</param>
/// <param name="GroundTruth">Labels, one per location, or the target, one per element.</param>
/// <param name="Weights">The weights as given, not yet normalised; null if there are none.</param>
internal sealed record LossInputs(double[] Prediction, double[] GroundTruth, double[]? Weights)
{
    public int[] Labels => [.. GroundTruth.Select(static label => (int)label)];
}

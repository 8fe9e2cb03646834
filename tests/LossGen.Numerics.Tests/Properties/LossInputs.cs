namespace LossGen.Numerics.Tests.Properties;

/// <summary>What one call gets.</summary>
/// <param name="Prediction">The first input.</param>
/// <param name="GroundTruth">Labels, one a location, or the target, one an element.</param>
/// <param name="Weights">The weights as given, not yet normalised; null where there are none.</param>
internal sealed record LossInputs(double[] Prediction, double[] GroundTruth, double[]? Weights)
{
    public int[] Labels => [.. GroundTruth.Select(static label => (int)label)];
}

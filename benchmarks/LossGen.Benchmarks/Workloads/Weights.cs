namespace LossGen.Benchmarks.Workloads;

/// <summary>Whether locations count differently.</summary>
/// <param name="Mode">What has a weight of its own.</param>
/// <param name="Normalize">How the weights are scaled before they count.</param>
public sealed record Weights(WeightingMode Mode, WeightNormalization Normalize)
{
    public static Weights None { get; } = new(WeightingMode.None, WeightNormalization.None);

    /// <summary>Whether they are known before any call, so that they are scaled ahead of it.</summary>
    public bool AreFixed => Mode is WeightingMode.PerClass or WeightingMode.PerDataPoint;

    /// <summary>Whether every call is given its own, which it has to scale.</summary>
    public bool ArePerCall => Mode == WeightingMode.PerPrediction;

    /// <summary>How many there are.</summary>
    public int Count(TensorShape shape) => Mode switch
    {
        WeightingMode.PerClass => shape.Classes,
        WeightingMode.PerDataPoint => shape.DataPoint,
        WeightingMode.PerPrediction => shape.Elements,
        _ => 0,
    };

    public override string ToString() => $"{Mode}/{Normalize}";
}

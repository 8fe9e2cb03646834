namespace LossGen.Benchmarks.Workloads;

/// <summary>Whether locations count differently.</summary>
/// <param name="Mode">What has weights.</param>
/// <param name="Normalize">How the weights are scaled before use.</param>
public sealed record Weights(WeightingMode Mode, WeightNormalization Normalize)
{
    public static Weights None { get; } = new(WeightingMode.None, WeightNormalization.None);

    /// <summary>Whether they are known before any call, and so are scaled before it.</summary>
    public bool AreFixed => Mode is WeightingMode.PerClass or WeightingMode.PerDataPoint;

    /// <summary>Whether every call is passed its own, which it has to scale.</summary>
    public bool ArePerCall => Mode == WeightingMode.PerPrediction;

    /// <summary>The number of weights.</summary>
    public int Count(TensorShape shape) => Mode switch
    {
        WeightingMode.PerClass => shape.Classes,
        WeightingMode.PerDataPoint => shape.DataPoint,
        WeightingMode.PerPrediction => shape.Elements,
        _ => 0,
    };

    public override string ToString() => $"{Mode}/{Normalize}";
}

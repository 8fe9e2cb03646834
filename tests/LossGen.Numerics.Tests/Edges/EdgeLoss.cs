using System.Collections.Concurrent;
using LossGen.Numerics.Tests.Properties;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>A compiled loss over a class axis, with harmless weights if its declaration requires some.</summary>
internal sealed class EdgeLoss(Declaration declaration, CompiledLosses losses, string name)
{
    private readonly ConcurrentDictionary<int, EdgeBatch> batches = [];

    public Declaration Declaration { get; } = declaration;

    public int Classes => Declaration.Dimensions[Declaration.ClassAxis!.Value];

    /// <summary>Harmless data of the given number of samples, made once.</summary>
    public EdgeBatch Batch(int samples) => batches.GetOrAdd(samples, count => new EdgeBatch(this, count, HarmlessWeights(count)));

    /// <summary>Weights that differ from element to element and that float32 holds exactly; null where the declaration takes none.</summary>
    public double[]? HarmlessWeights(int samples) => CountOfWeights(samples) is { } count
        ? [.. Enumerable.Range(0, count).Select(static i => 0.5 + (0.25 * (i % 5)))]
        : null;

    /// <summary>An instance whose constructor has taken the weights, if it takes any.</summary>
    public object Instance(double[]? weights) => !Declaration.HasConstructor
        ? losses.Instance(name)
        : losses.Instance(name, Declaration.Element == ElementType.Double ? weights! : weights!.Select(static weight => (float)weight).ToArray());

    private int? CountOfWeights(int samples) => Declaration.Weighting switch
    {
        WeightingMode.PerClass => Classes,
        WeightingMode.PerDataPoint => Declaration.ElementsPerSample,
        WeightingMode.PerPrediction => Declaration.ElementsPerSample * samples,
        _ => null,
    };
}

using LossGen.Generator.Model;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Lowering.Building;

/// <summary>Describes in words which weights a loss has, how they are scaled and when, for the kernel's comment and the class's documentation.</summary>
internal static class WeightsText
{
    public static string Describe(Weighting weighting, TensorShape shape)
    {
        string kind = weighting.Kind switch
        {
            WeightingKind.PerClass => "one per class",
            WeightingKind.PerDataPoint => "one per element of a data point",
            WeightingKind.PerLocation => shape.ClassAxis is null ? "one per element" : "one per location",
            _ => "one per element of the prediction",
        };
        return weighting.Normalization switch
        {
            NormalizationKind.None => kind + ", taken as they are",
            NormalizationKind.Local => $"{kind}, scaled {By(weighting.Source)} to sum to {Number(shape.Classes)} at every location",
            _ => $"{kind}, scaled {By(weighting.Source)} to sum to {Number(shape.ElementsPerSample)} in every data point",
        };
    }

    private static string By(WeightSource source) => source switch
    {
        WeightSource.Constants => "at compile time",
        WeightSource.Constructor => "by the constructor",
        _ => "by each call",
    };
}

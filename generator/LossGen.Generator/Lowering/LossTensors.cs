using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>The tensors of a loss, by the names that its users see.</summary>
/// <param name="Prediction">The first input.</param>
/// <param name="GroundTruth">The second input.</param>
/// <param name="Weights">The weights; null for none.</param>
/// <param name="PredictionGradient">The gradient of the first input.</param>
/// <param name="GroundTruthGradient">The gradient of the second input; null where that holds labels.</param>
internal sealed record LossTensors(Tensor Prediction, Tensor GroundTruth, Tensor? Weights, Tensor PredictionGradient, Tensor? GroundTruthGradient)
{
    public static LossTensors Of(LossSpec spec)
    {
        ScalarType element = spec.Element == ElementKind.Double ? ScalarType.Double : ScalarType.Single;
        bool hasLabels = LossDefinition.Of(spec.Loss).GroundTruth == Losses.GroundTruth.Labels;
        return new LossTensors(
            new Tensor(spec.Bottoms.Prediction, element, TensorRole.Prediction),
            hasLabels
                ? new Tensor(spec.Bottoms.GroundTruth, LabelType(spec.Label), TensorRole.GroundTruth, TensorLayout.Locations)
                : new Tensor(spec.Bottoms.GroundTruth, element, TensorRole.GroundTruth),
            spec.Weighting is { } weighting ? WeightsOf(weighting, spec.Shape, element) : null,
            new Tensor(spec.Bottoms.PredictionGradient, element, TensorRole.PredictionGradient),
            hasLabels ? null : new Tensor(spec.Bottoms.GroundTruthGradient, element, TensorRole.GroundTruthGradient));
    }

    private static ScalarType LabelType(LabelKind label) => label switch
    {
        LabelKind.Byte => ScalarType.Byte,
        LabelKind.UInt16 => ScalarType.UInt16,
        LabelKind.Int64 => ScalarType.Int64,
        _ => ScalarType.Int32,
    };

    // What was normalised ahead of the kernel stays in float64; what each call brings has the prediction's type.
    private static Tensor WeightsOf(Weighting weighting, TensorShape shape, ScalarType element) => weighting.Kind switch
    {
        WeightingKind.PerPrediction => new Tensor(Weighting.Parameter, element, TensorRole.Weights),

        // With one location, a data point's weights are its classes'.
        WeightingKind.PerDataPoint when shape.LocationsPerSample > 1 => new Tensor(Weighting.Parameter, ScalarType.Double, TensorRole.Weights, TensorLayout.DataPoint),
        _ => new Tensor(Weighting.Parameter, ScalarType.Double, TensorRole.Weights, TensorLayout.Classes),
    };
}

using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Building;

/// <summary>The tensors of a loss, by the names that its users see.</summary>
/// <param name="Inputs">The inputs, the prediction first.</param>
/// <param name="Weights">The weights; null for none.</param>
/// <param name="Gradients">The gradients of the inputs that have one, in the same order; labels, which have none, are the last input.</param>
internal sealed record LossTensors(IReadOnlyList<Tensor> Inputs, Tensor? Weights, IReadOnlyList<Tensor> Gradients)
{
    public IEnumerable<Tensor> All => [.. Inputs, .. Weights is null ? [] : new[] { Weights }, .. Gradients];

    public static LossTensors Of(LossSpec spec)
    {
        ScalarType element = ElementOf(spec.Element);
        Tensor[] inputs = [.. spec.Inputs.Select((name, number) => spec.HasLabels && number == spec.Inputs.Count - 1
            ? new Tensor(name, LabelType(spec.Label), TensorRole.Input, TensorLayout.Locations, number)
            : new Tensor(name, element, TensorRole.Input, Number: number))];
        return new LossTensors(
            inputs,
            spec.Weighting is { } weighting ? WeightsOf(weighting, spec.Shape, element) : null,
            [.. inputs.Where(input => input.Layout == TensorLayout.Elements).Select(input => new Tensor(InputNames.GradientOf(input.Name), element, TensorRole.Gradient, Number: input.Number))]);
    }

    /// <summary>The type of the elements.</summary>
    public static ScalarType ElementOf(ElementKind element) => element == ElementKind.Double ? ScalarType.Double : ScalarType.Single;

    private static ScalarType LabelType(LabelKind label) => label switch
    {
        LabelKind.Byte => ScalarType.Byte,
        LabelKind.UInt16 => ScalarType.UInt16,
        LabelKind.Int64 => ScalarType.Int64,
        _ => ScalarType.Int32,
    };

    // Weights normalised before the kernel runs stay in float64; those passed with each call have the prediction's type.
    private static Tensor WeightsOf(Weighting weighting, TensorShape shape, ScalarType element) => weighting.Kind switch
    {
        WeightingKind.PerPrediction => new Tensor(Weighting.Parameter, element, TensorRole.Weights),

        // With one location, a data point's weights are those of its classes.
        WeightingKind.PerDataPoint when shape.LocationsPerSample > 1 => new Tensor(Weighting.Parameter, ScalarType.Double, TensorRole.Weights, TensorLayout.DataPoint),
        _ => new Tensor(Weighting.Parameter, ScalarType.Double, TensorRole.Weights, TensorLayout.Classes),
    };
}

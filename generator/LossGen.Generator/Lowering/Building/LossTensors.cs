using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Building;

/// <summary>The tensors of a loss, by the names that its users see.</summary>
/// <param name="Inputs">The inputs, the prediction first.</param>
/// <param name="Weights">The weights; null for none.</param>
/// <param name="Parameters">The parameters of the formula that have a number per class.</param>
/// <param name="Gradients">The gradients of the inputs that have one, in the same order.</param>
internal sealed record LossTensors(IReadOnlyList<Tensor> Inputs, Tensor? Weights, IReadOnlyList<Tensor> Parameters, IReadOnlyList<Tensor> Gradients)
{
    /// <summary>The directions in which gradients are differentiated, in the order of these.</summary>
    public IEnumerable<Tensor> Directions => Gradients.Select(gradient => gradient with { Name = InputNames.DirectionOf(Inputs[gradient.Number].Name), Role = TensorRole.Direction });

    public static LossTensors Of(LossSpec spec)
    {
        ScalarType element = ElementOf(spec.Element);
        Tensor[] inputs = [.. spec.Inputs.Select((input, number) => new Tensor(
            input.Name,
            input.Type is { } type ? IrType.Of(type).Scalar : element,
            TensorRole.Input,
            input.Kind switch
            {
                InputKind.Elements => TensorLayout.Elements,
                InputKind.Learned => TensorLayout.Call,
                _ => TensorLayout.Locations,
            },
            number))];
        return new LossTensors(
            inputs,
            spec.Weighting is { } weighting ? WeightsOf(weighting, spec, element) : null,
            [.. spec.Definition.Parameters.Select(static (parameter, number) => (parameter, number)).Where(static each => each.parameter.IsPerClass)
                .Select(static each => new Tensor(each.parameter.Name, IrType.Of(each.parameter.Type).Scalar, TensorRole.Parameters, TensorLayout.Classes, each.number))],
            [.. inputs.Where(input => spec.Inputs[input.Number].HasGradient).Select(input => new Tensor(InputNames.GradientOf(input.Name), input.Element, TensorRole.Gradient, input.Layout, input.Number))]);
    }

    /// <summary>The type of the elements.</summary>
    public static ScalarType ElementOf(ElementKind element) => element == ElementKind.Double ? ScalarType.Double : ScalarType.Single;

    // Weights normalised before the kernel runs stay in float64 where one is read per location. Those that are read at every class are rounded once, to the prediction's type, which
    // those given to each call have.
    private static Tensor WeightsOf(Weighting weighting, LossSpec spec, ScalarType element) => weighting.Kind switch
    {
        WeightingKind.PerPrediction => new Tensor(Weighting.Parameter, element, TensorRole.Weights),
        WeightingKind.PerLocation => new Tensor(Weighting.Parameter, element, TensorRole.Weights, spec.Definition.IsAlongClassAxis ? TensorLayout.Locations : TensorLayout.Elements),

        // With one location, a data point's weights are those of its classes.
        WeightingKind.PerDataPoint when spec.Shape.LocationsPerSample > 1 => new Tensor(Weighting.Parameter, Normalised(spec, element), TensorRole.Weights, TensorLayout.DataPoint),
        _ => new Tensor(Weighting.Parameter, Normalised(spec, element), TensorRole.Weights, TensorLayout.Classes),
    };

    private static ScalarType Normalised(LossSpec spec, ScalarType element) => spec.Definition.WeighsEveryClass ? element : ScalarType.Double;
}

using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>
/// Everything a declaration says, and nothing about where it is written: two declarations with equal specs generate equal bytes.
/// </summary>
/// <param name="Definition">What is computed.</param>
/// <param name="Type">The class to fill.</param>
/// <param name="Shape">The prediction's shape; <see cref="TensorShape.Elements"/> if an elementwise loss declares none.</param>
/// <param name="Element">The element type of prediction, gradients and value.</param>
/// <param name="Weight">The factor of value and gradients.</param>
/// <param name="Inputs">The inputs: prediction and ground truth, or those of a formula. The first has elements.</param>
/// <param name="Weighting">The weights by which locations count; null for none.</param>
/// <param name="Parallelism">Whether calls are shared among threads.</param>
internal sealed record LossSpec(
    LossDefinition Definition,
    LossType Type,
    TensorShape Shape,
    ElementKind Element,
    ExactDouble Weight,
    EquatableArray<LossInput> Inputs,
    Weighting? Weighting = null,
    ParallelismKind Parallelism = ParallelismKind.None)
{
    /// <summary>Which locations count.</summary>
    public KeptLocations Kept { get; init; } = KeptLocations.All;

    /// <summary>Whether there are members for the value and the gradients of each location, or element, by itself.</summary>
    public bool HasEach { get; init; }

    /// <summary>What members may leave besides value and gradients.</summary>
    public OutputKinds Outputs { get; init; }

    /// <summary>Whether there is a member for the second derivative of each element.</summary>
    public bool HasCurvature { get; init; }

    /// <summary>Whether there is an overload of each member that takes tensors with shapes, those of System.Numerics.Tensors.</summary>
    public bool TakesTensors { get; init; }

    /// <summary>What makes the value of several sums: the method of a formula, or the division by weights, which are summed up beside the losses.</summary>
    public LossTotal? Total => Definition.Total ?? (Kept.DividesByKept && Weighting is not null ? WeightedMean.Of(Kept) : null);

    /// <summary>Which loss.</summary>
    public LossKind Loss => Definition.Kind;

    /// <summary>Whether an input holds a class for each location.</summary>
    public bool HasLabels => Inputs.Any(static input => input.Kind == InputKind.Labels);
}

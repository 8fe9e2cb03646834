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
/// <param name="Inputs">The names of the inputs, as written in C#: prediction and ground truth, or those of a formula.</param>
/// <param name="Label">The type of the class labels, if there are any.</param>
/// <param name="Weighting">The weights by which locations count; null for none.</param>
/// <param name="Parallelism">Whether calls are shared among threads.</param>
internal sealed record LossSpec(
    LossDefinition Definition,
    LossType Type,
    TensorShape Shape,
    ElementKind Element,
    ExactDouble Weight,
    EquatableArray<string> Inputs,
    LabelKind Label = LabelKind.Int32,
    Weighting? Weighting = null,
    ParallelismKind Parallelism = ParallelismKind.None)
{
    /// <summary>Which loss.</summary>
    public LossKind Loss => Definition.Kind;

    /// <summary>Whether the last input is one class for each location.</summary>
    public bool HasLabels => Definition.GroundTruth == GroundTruth.Labels;
}

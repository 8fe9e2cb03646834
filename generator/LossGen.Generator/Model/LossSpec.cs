namespace LossGen.Generator.Model;

/// <summary>
/// Everything a declaration says, and nothing about where it stands: two declarations with equal specs generate equal bytes.
/// </summary>
/// <param name="Loss">Which loss.</param>
/// <param name="Type">The class to fill.</param>
/// <param name="Shape">The prediction's shape; <see cref="TensorShape.Elements"/> where an elementwise loss declares none.</param>
/// <param name="Element">The element type of prediction, gradients and value.</param>
/// <param name="Weight">The factor on value and gradients.</param>
/// <param name="Bottoms">The names of prediction and ground truth, as they are written in C#.</param>
/// <param name="Label">The type of the class labels, where there are any.</param>
/// <param name="Weighting">The weights by which locations count; null for none.</param>
/// <param name="Parallelism">Whether calls are shared among threads.</param>
internal sealed record LossSpec(
    LossKind Loss,
    LossType Type,
    TensorShape Shape,
    ElementKind Element,
    ExactDouble Weight,
    BottomNames Bottoms,
    LabelKind Label = LabelKind.Int32,
    Weighting? Weighting = null,
    ParallelismKind Parallelism = ParallelismKind.None);

/// <summary>The two inputs' names, valid C# identifiers without a leading @, and different.</summary>
internal sealed record BottomNames(string Prediction, string GroundTruth)
{
    private const string GradientSuffix = "Gradient";

    public string PredictionGradient => Prediction + GradientSuffix;

    public string GroundTruthGradient => GroundTruth + GradientSuffix;
}

using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>What the second bottom of a loss holds.</summary>
internal enum GroundTruth
{
    /// <summary>One integer from 0 to C − 1 per location.</summary>
    Labels,

    /// <summary>A tensor of the prediction's shape and element type, which has a gradient too.</summary>
    Target,
}

/// <summary>
/// A loss: its value is w/D · Σ formula, where the sum runs over every element and D is the batch size (or what the reduction of a custom formula
/// says), or, along a class axis, over every location, with D their number. Gradients are derived.
/// </summary>
/// <param name="IsAlongClassAxis">Whether the formula sees all classes of a location rather than one element.</param>
/// <param name="GroundTruth">What the inputs after the prediction hold.</param>
/// <param name="Title">What the loss is called, for documentation.</param>
/// <param name="Formula">The summand as a function of the inputs' elements and the parameters; labels are seen through <see cref="AtLabel"/>.</param>
internal sealed record LossDefinition(bool IsAlongClassAxis, GroundTruth GroundTruth, string Title, Func<IReadOnlyList<Expr>, IReadOnlyList<Expr>, Expr> Formula)
{
    public static LossDefinition Of(LossSpec spec) => spec.Loss switch
    {
        LossKind.BinaryCrossEntropy => BinaryCrossEntropyLoss.Definition,
        LossKind.GaussianKL => GaussianKLLoss.Definition,
        LossKind.Hinge => HingeLoss.Definition,
        LossKind.MultinomialLogistic => MultinomialLogisticLoss.Definition,
        LossKind.SoftlabelSoftmax => SoftlabelSoftmaxLoss.Definition,
        LossKind.Softmax => SoftmaxLoss.Definition,
        LossKind.Square => SquareLoss.Definition,
        LossKind.Written or LossKind.WrittenOverClasses => spec.Formula!.Definition,
        _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Loss, "A loss without a definition."),
    };

    public static LossDefinition Elementwise(string title, Func<Expr, Expr, Expr> formula) =>
        new(false, GroundTruth.Target, title, (inputs, _) => formula(inputs[0], inputs[1]));

    public static LossDefinition AlongClasses(string title, Func<Expr, Expr, Expr> formula) =>
        new(true, GroundTruth.Target, title, (inputs, _) => formula(inputs[0], inputs[1]));

    public static LossDefinition WithLabels(string title, Func<Expr, Expr> formula) =>
        new(true, GroundTruth.Labels, title, (inputs, _) => formula(inputs[0]));
}

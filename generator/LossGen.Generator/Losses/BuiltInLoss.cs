using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>A loss with a formula of its own. There is one for each kind, so that the kind says which it is.</summary>
internal sealed record BuiltInLoss : LossDefinition, IEquatable<BuiltInLoss>
{
    private readonly Func<IReadOnlyList<Expr>, Expr> formula;

    private BuiltInLoss(LossKind kind, bool isAlongClassAxis, bool hasLabels, string title, Func<IReadOnlyList<Expr>, Expr> formula)
        : base(kind, isAlongClassAxis, title) => (HasLabels, this.formula) = (hasLabels, formula);

    /// <summary>Whether the ground truth is one class for each location rather than a target of the prediction's shape.</summary>
    public bool HasLabels { get; }

    public static BuiltInLoss Of(LossKind kind) => kind switch
    {
        LossKind.BinaryCrossEntropy => BinaryCrossEntropyLoss.Definition,
        LossKind.GaussianKL => GaussianKLLoss.Definition,
        LossKind.Hinge => HingeLoss.Definition,
        LossKind.MultinomialLogistic => MultinomialLogisticLoss.Definition,
        LossKind.SoftlabelSoftmax => SoftlabelSoftmaxLoss.Definition,
        LossKind.Softmax => SoftmaxLoss.Definition,
        LossKind.Square => SquareLoss.Definition,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A loss without a formula of its own."),
    };

    /// <summary>Its inputs.</summary>
    public EquatableArray<LossInput> Inputs(string prediction, string groundTruth, LabelKind label = LabelKind.Int32) =>
        EquatableArray.Of(LossInput.Elements(prediction), HasLabels ? LossInput.Labels(groundTruth, label.NumberType()) : LossInput.Elements(groundTruth));

    public static BuiltInLoss Elementwise(LossKind kind, string title, Func<Expr, Expr, Expr> formula) =>
        new(kind, false, false, title, inputs => formula(inputs[0], inputs[1]));

    public static BuiltInLoss AlongClasses(LossKind kind, string title, Func<Expr, Expr, Expr> formula) =>
        new(kind, true, false, title, inputs => formula(inputs[0], inputs[1]));

    public static BuiltInLoss WithLabels(LossKind kind, string title, Func<Expr, Expr, Expr> formula) =>
        new(kind, true, true, title, inputs => formula(inputs[0], inputs[1]));

    public override IReadOnlyList<Expr> Formulas(IReadOnlyList<Expr> inputs, IReadOnlyList<Expr> parameters) => [formula(inputs)];

    public bool Equals(BuiltInLoss? other) => other?.Kind == Kind;

    public override int GetHashCode() => (int)Kind;
}

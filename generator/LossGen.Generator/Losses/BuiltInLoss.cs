using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>A loss with a formula of its own. There is one for each kind, so that the kind says which it is.</summary>
internal sealed record BuiltInLoss : LossDefinition, IEquatable<BuiltInLoss>
{
    private readonly Func<IReadOnlyList<Expr>, Expr> formula;

    private BuiltInLoss(LossKind kind, bool isAlongClassAxis, GroundTruth groundTruth, string title, Func<IReadOnlyList<Expr>, Expr> formula)
        : base(kind, isAlongClassAxis, groundTruth, title) => this.formula = formula;

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

    public static BuiltInLoss Elementwise(LossKind kind, string title, Func<Expr, Expr, Expr> formula) =>
        new(kind, false, GroundTruth.Target, title, inputs => formula(inputs[0], inputs[1]));

    public static BuiltInLoss AlongClasses(LossKind kind, string title, Func<Expr, Expr, Expr> formula) =>
        new(kind, true, GroundTruth.Target, title, inputs => formula(inputs[0], inputs[1]));

    public static BuiltInLoss WithLabels(LossKind kind, string title, Func<Expr, Expr, Expr> formula) =>
        new(kind, true, GroundTruth.Labels, title, inputs => formula(inputs[0], inputs[1]));

    public override Expr Formula(IReadOnlyList<Expr> inputs, IReadOnlyList<Expr> parameters) => formula(inputs);

    public bool Equals(BuiltInLoss? other) => other?.Kind == Kind;

    public override int GetHashCode() => (int)Kind;
}

using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>A loss with a formula of its own. There is one for each kind, so that the kind says which it is.</summary>
internal sealed record BuiltInLoss : LossDefinition, IEquatable<BuiltInLoss>
{
    private readonly Func<TemplateArguments, Expr> formula;
    private readonly Func<TemplateArguments, bool> weighsEveryClass;
    private readonly Func<TemplateArguments, Expr, Expr>? weighted;

    private BuiltInLoss(
        LossKind kind,
        bool isAlongClassAxis,
        bool hasLabels,
        string title,
        LossOption[] options,
        Func<TemplateArguments, Expr> formula,
        Func<TemplateArguments, bool>? weighsEveryClass = null,
        Func<TemplateArguments, Expr, Expr>? weighted = null)
        : base(kind, isAlongClassAxis, title)
    {
        HasLabels = hasLabels;
        Options = options.ToEquatableArray();
        Values = options.Select(static option => option.Default).ToEquatableArray();
        this.formula = formula;
        this.weighsEveryClass = weighsEveryClass ?? (static _ => false);
        this.weighted = weighted;
    }

    /// <summary>What a declaration may choose.</summary>
    public EquatableArray<LossOption> Options { get; }

    /// <summary>The values of the options, in their order.</summary>
    public EquatableArray<ExactDouble> Values { get; init; }

    /// <summary>The type that it is computed in.</summary>
    public ElementKind Element { get; init; }

    /// <summary>The number of classes, if it has any.</summary>
    public int Classes { get; init; }

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
        new(kind, false, false, title, [], given => formula(given[0], given[1]));

    public static BuiltInLoss AlongClasses(LossKind kind, string title, LossOption[] options, Func<TemplateArguments, Expr> formula) =>
        new(kind, true, false, title, options, formula);

    public static BuiltInLoss WithLabels(
        LossKind kind,
        string title,
        LossOption[] options,
        Func<TemplateArguments, Expr> formula,
        Func<TemplateArguments, bool>? weighsEveryClass = null,
        Func<TemplateArguments, Expr, Expr>? weighted = null) =>
        new(kind, true, true, title, options, formula, weighsEveryClass, weighted);

    /// <summary>The same, known to be a loss of a softmax.</summary>
    public BuiltInLoss OfSoftmax() => this with { TakesSoftmax = true };

    public override IReadOnlyList<Expr> Formulas(IReadOnlyList<Expr> inputs, IReadOnlyList<Expr> parameters) => [formula(Given(inputs))];

    public override Expr Logits(IReadOnlyList<Expr> inputs) => TakesSoftmax ? Losses.Logits.Of(Given(inputs)) : base.Logits(inputs);

    public override bool WeighsEveryClass => weighsEveryClass(Given([]));

    public override Expr Weighted(IReadOnlyList<Expr> inputs, Expr weight) => weighted is null ? base.Weighted(inputs, weight) : weighted(Given(inputs), weight);

    private TemplateArguments Given(IReadOnlyList<Expr> inputs) => new(inputs, Options, Values, Element, Classes);

    // The kind says what the functions are.
    public bool Equals(BuiltInLoss? other) => other is not null && (other.Kind, other.Values, other.Element, other.Classes).Equals((Kind, Values, Element, Classes));

    public override int GetHashCode() => (Kind, Values, Element, Classes).GetHashCode();
}

using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>
/// A loss of the library that is compiled as if the class had brought its formula. From what a declaration chooses, names and options, it makes the formula. Options are
/// constants there, so that two declarations with the same options have equal formulas, and none is tested at run time.
/// </summary>
/// <param name="Kind">Which loss.</param>
/// <param name="IsAlongAxis">Whether the formula sees all elements of a location rather than one.</param>
/// <param name="Title">What the loss is called, for documentation.</param>
/// <param name="Inputs">The inputs, by their default names.</param>
/// <param name="Options">The options.</param>
/// <param name="Formula">The formula.</param>
internal sealed record LossTemplate(
    LossKind Kind, bool IsAlongAxis, string Title, EquatableArray<LossInput> Inputs, EquatableArray<LossOption> Options, Func<TemplateArguments, Expr> Formula)
{
    /// <summary>An option with a number for each class, in place of one of the <see cref="Options"/> that has one for all; null for none. Where it is given, the loss is along an axis.</summary>
    public ClassOption? PerClass { get; init; }

    /// <summary>What the sum is divided by where a declaration does not say, so that the value is PyTorch's mean.</summary>
    public ReductionKind Reduction => IsAlongAxis ? ReductionKind.Mean : ReductionKind.MeanElements;

    /// <summary>Whether the loss is one of a softmax, of its first input.</summary>
    public bool TakesSoftmax { get; init; }

    /// <summary>The template of a kind; null if it is no such loss.</summary>
    public static LossTemplate? Find(LossKind kind) => kind switch
    {
        LossKind.BinaryCrossEntropyWithLogits => BinaryCrossEntropyWithLogitsLoss.Template,
        LossKind.CosineEmbedding => CosineEmbeddingLoss.Template,
        LossKind.Dice => DiceLoss.Template,
        LossKind.Focal => FocalLoss.Template,
        LossKind.GaussianNLL => GaussianNLLLoss.Template,
        LossKind.HingeEmbedding => HingeEmbeddingLoss.Template,
        LossKind.Huber => HuberLoss.Template,
        LossKind.KLDiv => KLDivLoss.Template,
        LossKind.L1 => L1Loss.Template,
        LossKind.MarginRanking => MarginRankingLoss.Template,
        LossKind.MultiLabelMargin => MultiLabelMarginLoss.Template,
        LossKind.MultiLabelSoftMargin => MultiLabelSoftMarginLoss.Template,
        LossKind.MultiMargin => MultiMarginLoss.Template,
        LossKind.PoissonNLL => PoissonNLLLoss.Template,
        LossKind.SmoothL1 => SmoothL1Loss.Template,
        LossKind.SoftMargin => SoftMarginLoss.Template,
        LossKind.TripletMargin => TripletMarginLoss.Template,
        LossKind.Tversky => TverskyLoss.Template,
        _ => null,
    };

    public static LossTemplate Elementwise(LossKind kind, string title, LossInput[] inputs, LossOption[] options, Func<TemplateArguments, Expr> formula) =>
        new(kind, false, title, inputs.ToEquatableArray(), options.ToEquatableArray(), formula);

    public static LossTemplate AlongAxis(LossKind kind, string title, LossInput[] inputs, LossOption[] options, Func<TemplateArguments, Expr> formula) =>
        new(kind, true, title, inputs.ToEquatableArray(), options.ToEquatableArray(), formula);

    /// <summary>The same, known to be a loss of a softmax.</summary>
    public LossTemplate OfSoftmax() => this with { TakesSoftmax = true };

    /// <summary>The inputs by other names, and with labels of a type.</summary>
    public EquatableArray<LossInput> Named(EquatableArray<string> names, LabelKind label) =>
        Inputs.Select((input, number) => input with { Name = names[number], Type = input.Kind == InputKind.Labels ? label.NumberType() : input.Type }).ToEquatableArray();

    /// <summary>The loss that a declaration asks for.</summary>
    /// <param name="inputs">Its inputs, which are those of this template by other names.</param>
    /// <param name="element">The type that it is computed in.</param>
    /// <param name="options">The values of the options, in their order, as numbers of that type.</param>
    /// <param name="classes">The size of the axis, if it has one.</param>
    /// <param name="reduction">What the sum is divided by.</param>
    /// <param name="perClass">The numbers of <see cref="PerClass"/>; none if it is not given.</param>
    public CustomFormula Definition(
        EquatableArray<LossInput> inputs, ElementKind element, EquatableArray<ExactDouble> options, int classes, ReductionKind reduction, EquatableArray<ExactDouble> perClass = default)
    {
        NumberType number = element == ElementKind.Double ? NumberType.Double : NumberType.Single;
        IrType type = IrType.Of(number);
        FormulaParameter? given = perClass.Count > 0 ? PerClass!.Parameter(number, perClass) : null;
        bool isAlongAxis = IsAlongAxis || given is not null;
        Expr value = Formula(new TemplateArguments([.. inputs.Select((input, place) => Variable(input, place, type, isAlongAxis))], Options, options, element, classes)
        {
            PerClass = given is null ? null : new Element(new Tensor(given.Name, type.Scalar, TensorRole.Parameters, TensorLayout.Classes), OverClasses.Index),
        });
        EquatableArray<FormulaCase> cases = EquatableArray.Of(FormulaCase.Only(EquatableArray.Of(value)));
        return isAlongAxis
            ? AxisFormula.Of(Kind, Title, inputs, given is null ? default : EquatableArray.Of(given), cases, reduction) with { TakesSoftmax = TakesSoftmax }
            : ElementwiseFormula.Of(Kind, Title, inputs, cases, reduction);
    }

    // What an input is to a formula.
    private static Expr Variable(LossInput input, int number, IrType type, bool isAlongAxis) => input.Kind switch
    {
        InputKind.Labels => new Label(new Tensor(input.Name, IrType.Of(input.Type!.Value).Scalar, TensorRole.Input, TensorLayout.Locations, number)),
        InputKind.Elements when isAlongAxis => new Element(new Tensor(input.Name, input.Type is { } held ? IrType.Of(held).Scalar : type.Scalar, TensorRole.Input, Number: number), OverClasses.Index, type),
        _ => new Variable(input.Name, type),
    };
}

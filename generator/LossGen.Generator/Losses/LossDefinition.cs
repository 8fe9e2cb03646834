using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>
/// A loss: its value is w/D · Σ formula, where the sum runs over every element and D is the batch size (or what the reduction of a formula
/// says), or, along a class axis, over every location, with D their number. Gradients are derived. There are three kinds: a
/// <see cref="BuiltInLoss"/>, and two kinds of formulas, which a class brings or a <see cref="LossTemplate"/> makes: an <see cref="ElementwiseFormula"/> and an <see cref="AxisFormula"/>.
/// </summary>
/// <param name="Kind">Which loss.</param>
/// <param name="IsAlongClassAxis">Whether the formula sees all classes of a location rather than one element.</param>
/// <param name="Title">What the loss is called, for documentation.</param>
internal abstract record LossDefinition(LossKind Kind, bool IsAlongClassAxis, string Title)
{
    /// <summary>The numbers that the formula takes besides the inputs.</summary>
    public virtual EquatableArray<FormulaParameter> Parameters => default;

    /// <summary>What the sum is divided by.</summary>
    public virtual ReductionKind Reduction => ReductionKind.Mean;

    /// <summary>The numbers of the sums whose summands depend on an input that has a gradient.</summary>
    public virtual EquatableArray<int> Differentiated => EquatableArray.Of(0);

    /// <summary>What makes the value of several sums; null where there is one, divided as the loss says.</summary>
    public virtual LossTotal? Total => null;

    /// <summary>Whether the loss counts other classes than the label's by their weights, too; if not, its formula is multiplied by the weight at the label.</summary>
    public virtual bool WeighsEveryClass => false;

    /// <summary>What a location adds, weights included, for a loss that weighs every class.</summary>
    /// <param name="inputs">What a location has of each input.</param>
    /// <param name="weight">The weight of the current class.</param>
    public virtual Expr Weighted(IReadOnlyList<Expr> inputs, Expr weight) => throw new InvalidOperationException($"The {Title} weighs the label alone.");

    /// <summary>Whether the loss is one of a softmax.</summary>
    public bool TakesSoftmax { get; init; }

    /// <summary>The logits of that softmax, at the current class.</summary>
    /// <param name="inputs">What a location has of each input.</param>
    public virtual Expr Logits(IReadOnlyList<Expr> inputs) => inputs[0];

    /// <summary>The summands, one per sum, from what a location has of each input, and the parameters.</summary>
    public abstract IReadOnlyList<Expr> Formulas(IReadOnlyList<Expr> inputs, IReadOnlyList<Expr> parameters);
}

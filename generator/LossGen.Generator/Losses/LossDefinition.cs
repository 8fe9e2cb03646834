using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>
/// A loss: its value is w/D · Σ formula, where the sum runs over every element and D is the batch size (or what the reduction of a custom formula
/// says), or, along a class axis, over every location, with D their number. Gradients are derived. There are three kinds: a
/// <see cref="BuiltInLoss"/>, and two custom ones, an <see cref="ElementwiseFormula"/> and an <see cref="AxisFormula"/>.
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

    /// <summary>The summand from what a location has of each input, and the parameters.</summary>
    public abstract Expr Formula(IReadOnlyList<Expr> inputs, IReadOnlyList<Expr> parameters);
}

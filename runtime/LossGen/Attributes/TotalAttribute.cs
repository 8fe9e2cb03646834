namespace LossGen;

/// <summary>
/// Marks the static method of a class that makes the value of its loss of sums: the loss is w · total(Σ f₁, Σ f₂, …), where f₁, f₂, … are what the
/// <see cref="FormulaAttribute">formula</see> returns, one number or a tuple, summed over all locations or elements, and w is <see cref="LossAttribute.Weight"/>. Gradients are
/// Σ ∂total/∂Sₖ · ∂fₖ, where Sₖ = Σ fₖ: the sums come first, then one pass over the gradients, unless ∂total does not depend on the sums.
/// </summary>
/// <remarks>
/// The method's parameters: the sums in order, each a <see cref="double"/> or a <see cref="float"/>; then any of the formula's <see cref="ParameterAttribute">parameters</see> by
/// their names; then, if it is asked for by the name <c>count</c>, the number of locations, or of elements if the formula sees single ones, as an <see cref="int"/>,
/// <see cref="long"/>, <see cref="float"/> or <see cref="double"/>. It contains what the formula of an <see cref="ElementwiseLossAttribute">elementwise loss</see> may.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TotalAttribute : Attribute;

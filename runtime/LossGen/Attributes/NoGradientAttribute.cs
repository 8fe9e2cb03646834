namespace LossGen;

/// <summary>
/// Marks an input of a <see cref="FormulaAttribute">formula</see> by which no gradient is computed: a target, a mask, a weight. <c>Backward</c> and <c>ForwardBackward</c>
/// then take no span for it, and nothing is compiled for it. At least one input must be without the mark. Integers, truth values and <see cref="ParameterAttribute">parameters</see> have no
/// gradient in any case.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class NoGradientAttribute : Attribute;

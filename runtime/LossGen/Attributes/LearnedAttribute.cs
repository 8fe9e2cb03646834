namespace LossGen;

/// <summary>
/// Marks an input of a <see cref="FormulaAttribute">formula</see> that is one number for a whole call and is learned with the model, such as a temperature, a margin or the
/// logarithm of a variance. Every call takes it as a span of one element, and its gradient, the sum over all elements or locations, is written to a span of one element.
/// </summary>
/// <remarks>It is a <see cref="float"/> or a <see cref="double"/>, and not the first input of the formula.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LearnedAttribute : Attribute;

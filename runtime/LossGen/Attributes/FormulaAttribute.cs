namespace LossGen;

/// <summary>
/// Marks the method that is the formula of an <see cref="ElementwiseLossAttribute">elementwise loss</see>, its value at one element, or of a
/// <see cref="ClassAxisLossAttribute">loss over classes</see> or a <see cref="AxisLossAttribute">loss along an axis</see>, its value at one location; or several values, of
/// whose sums a method marked with <see cref="TotalAttribute"/> makes the loss. It is read at compile time, compiled into kernels together with its derivatives, and remains a
/// method that can be called.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FormulaAttribute : Attribute;

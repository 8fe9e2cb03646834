namespace LossGen;

/// <summary>
/// Declares a loss whose formula the class provides: w/D · Σ f(x, y, …), the sum running over every element of the inputs, w being
/// <see cref="LossAttribute.Weight"/> and D the divisor that <see cref="Reduction"/> chooses. The formula f is the only static method of the class that is marked with
/// <see cref="FormulaAttribute"/>; the gradient of each input is w/D · ∂f, derived by the compiler.
/// </summary>
/// <remarks>
/// <para>
/// The method returns <see cref="float"/> or <see cref="double"/>, the type of its first input and of the value. Its parameters are the inputs, one to sixteen, whose names
/// the generated members use: numbers of either type, and <see cref="sbyte"/>, <see cref="byte"/>, <see cref="short"/>, <see cref="ushort"/>, <see cref="int"/>,
/// <see cref="uint"/>, <see cref="long"/> and <see cref="bool"/>, which have no gradient; an input that is marked with <see cref="LearnedAttribute"/> is one number for the whole call. Those marked with <see cref="ParameterAttribute"/> become
/// arguments of the class's constructor. The method may use arithmetic, comparisons, conditions, local variables, tables, functions of
/// <see cref="MathF"/>, <see cref="Math"/>, <see cref="float"/> and <see cref="double"/>, and calls of other static methods whose source is in the project; the analyzer rejects
/// anything else. The derivative of a conditional is that of the branch taken; that of a maximum or minimum of equal arguments is that of the second argument.
/// Where the derivative is to pass over a part, that is the argument of <see cref="Along.StopGradient(float)"/>.
/// </para>
/// <para>
/// A kernel may differ from the method as C# runs it. A product and its addition to a sum are rounded once, by a fused multiply-add, so that
/// <c>x * x - y * y</c> need not be 0 where x = y, and its square root may be NaN there; a product that is first assigned to a local variable is rounded
/// separately. The maximum and minimum of 0 and −0 may be either. Powers with the constant exponent ½, −½ or 1½ are computed by a square root: those of −∞
/// are NaN, and the first two of −0 are −0 and −∞.
/// <c>Clamp</c> with a minimum above the maximum is the maximum, and <c>Sign</c> of NaN is NaN; in C# both throw.
/// </para>
/// </remarks>
/// <param name="shape">
/// The inputs' dimensions, row-major, exactly one of them <see cref="Shape.Batch"/>; or nothing, in which case every element is its own sample.
/// </param>
public sealed class ElementwiseLossAttribute(params int[] shape) : LossAttribute(shape)
{
    /// <summary>What the sum is divided by. Default: <see cref="LossReduction.Mean"/>, the batch size.</summary>
    public LossReduction Reduction { get; set; }
}

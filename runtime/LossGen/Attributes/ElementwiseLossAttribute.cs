namespace LossGen;

/// <summary>
/// Declares a loss whose formula the class brings: w/D · Σ f(x, y, …), the sum running over every element of the inputs, w being
/// <see cref="LossAttribute.Weight"/> and D what <see cref="Reduction"/> says. The formula f is the one static method of the class that is marked with
/// <see cref="FormulaAttribute"/>; the gradient of each input is w/D · ∂f, derived by the compiler.
/// </summary>
/// <remarks>
/// <para>
/// The method returns <see cref="float"/> or <see cref="double"/>, which becomes the type of all tensors and of the value. Its parameters of that type are the
/// inputs, one to eight, by whose names the generated members know them; those marked with <see cref="ParameterAttribute"/> are scalars, which become
/// arguments of the class's constructor. What the method may say is arithmetic, comparisons, conditions, local variables, functions of
/// <see cref="MathF"/>, <see cref="Math"/>, <see cref="float"/> and <see cref="double"/>, and calls of other static methods of the class in the same file; the analyzer points at
/// anything else. Where a condition decides, the derivative is that of the side that the formula takes; where the arguments of a maximum or minimum are equal, that of the second.
/// </para>
/// <para>
/// A kernel may differ from the method as C# runs it. A product and the sum that it is added to are rounded once, by a fused multiply-add, so that <c>x * x - y * y</c> need not be 0
/// where x = y, and its square root may be NaN there; a product that is assigned to a local variable first is rounded by itself. The maximum and minimum of 0 and −0 may be either.
/// Powers whose exponent is the constant ½, −½ or 1½ are computed by a square root: of −∞ they are NaN, and of −0 the first two are −0 and −∞.
/// <c>Clamp</c> with a minimum above the maximum is the maximum, and <c>Sign</c> of NaN is NaN; in C# both throw.
/// </para>
/// </remarks>
/// <param name="shape">
/// The inputs' dimensions, row-major, exactly one of them <see cref="Shape.Batch"/>; or nothing: then every element is a sample of its own.
/// </param>
public sealed class ElementwiseLossAttribute(params int[] shape) : LossAttribute(shape)
{
    /// <summary>What the sum is divided by. Default: <see cref="LossReduction.Mean"/>, the batch size.</summary>
    public LossReduction Reduction { get; set; }
}

namespace LossGen;

/// <summary>
/// Declares a loss whose formula the class brings: w/D · Σ f(x, y, …), the sum running over every element of the inputs, w being
/// <see cref="LossAttribute.Weight"/> and D what <see cref="Reduction"/> says. The formula f is the one static method of the class that is marked with
/// <see cref="FormulaAttribute"/>; the gradient of each input is w/D · ∂f, derived by the compiler.
/// </summary>
/// <remarks>
/// The method returns <see cref="float"/> or <see cref="double"/>, which becomes the type of all tensors and of the value. Its parameters of that type are the
/// inputs, one to eight, by whose names the generated members know them; those marked with <see cref="ParameterAttribute"/> are scalars, which become
/// arguments of the class's constructor. What the method may say is arithmetic, comparisons, conditions, local variables, functions of
/// <see cref="MathF"/> and <see cref="Math"/>, and calls of other static methods of the class in the same file; the analyzer points at anything else.
/// Where a condition decides, the derivative is that of the side that the formula takes.
/// </remarks>
/// <param name="shape">
/// The inputs' dimensions, row-major, exactly one of them <see cref="Shape.Batch"/>; or nothing: then every element is a sample of its own.
/// </param>
public sealed class ElementwiseLossAttribute(params int[] shape) : LossAttribute(shape)
{
    /// <summary>What the sum is divided by. Default: <see cref="LossReduction.Mean"/>, the batch size.</summary>
    public LossReduction Reduction { get; set; }
}

using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>Numbers that a declaration gives, in the class that holds the kernels.</summary>
/// <param name="Name">What the table is called there.</param>
/// <param name="Element">The type of the numbers.</param>
/// <param name="Values">The numbers.</param>
/// <param name="Description">What they are, in words.</param>
internal sealed record ConstantTable(string Name, ScalarType Element, EquatableArray<ExactDouble> Values, string Description)
{
    /// <summary>The weights by which locations count, as kernels take them.</summary>
    public static ConstantTable Of(LocationWeights weights) => new(Weighting.Table, weights.Tensor.Element, weights.Constants, weights.Description);

    /// <summary>A parameter of the formula with a number for each class. Tensors and variables begin with small letters, so no name hides it.</summary>
    public static ConstantTable Of(FormulaParameter parameter) =>
        new(InvariantText.Capitalised(parameter.Name), IrType.Of(parameter.Type).Scalar, parameter.Constants, "one per class, as declared");
}

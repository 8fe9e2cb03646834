using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>
/// A user's formula, read into an expression: its variables have the names of its inputs and parameters, and it has no others.
/// </summary>
/// <param name="Inputs">The tensors it is a function of, element by element.</param>
/// <param name="Parameters">The scalars it also takes, the same for all elements.</param>
/// <param name="Body">Its value at one element.</param>
/// <param name="Reduction">The divisor of the sum over all elements; for a loss over classes it is always the number of locations.</param>
/// <param name="Label">The type of the label, which is the last input; null for a formula of single elements.</param>
internal sealed record WrittenFormula(EquatableArray<string> Inputs, EquatableArray<FormulaParameter> Parameters, Expr Body, ReductionKind Reduction, LabelKind? Label = null)
{
    /// <summary>The most inputs: as many spans as a call can take without becoming unreadable.</summary>
    public const int MostInputs = 8;

    public LossDefinition Definition => new(
        IsAlongClassAxis: Label is not null,
        Label is null ? GroundTruth.Target : GroundTruth.Labels,
        Label is null ? "elementwise loss" : "loss over classes",
        (inputs, parameters) => Body.Rewrite(part => part is Variable variable ? Meaning(variable, inputs, parameters) : part));

    private Expr Meaning(Variable variable, IReadOnlyList<Expr> inputs, IReadOnlyList<Expr> parameters)
    {
        int input = Inputs.ToList().IndexOf(variable.Name);
        return input >= 0 ? inputs[input] : parameters[Parameters.ToList().FindIndex(parameter => parameter.Name == variable.Name)];
    }
}

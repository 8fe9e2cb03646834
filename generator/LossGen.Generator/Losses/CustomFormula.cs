using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>
/// A user's formula, read into an expression: its variables have the names of its inputs and parameters, and it has no others.
/// </summary>
internal abstract record CustomFormula : LossDefinition
{
    /// <summary>The most inputs: as many spans as a call can take without becoming unreadable.</summary>
    public const int MostInputs = 16;

    private protected CustomFormula(
        LossKind kind, bool isAlongClassAxis, string title, EquatableArray<LossInput> inputs, EquatableArray<FormulaParameter> parameters, Expr body)
        : base(kind, isAlongClassAxis, title)
    {
        Inputs = inputs;
        Parameters = parameters;
        Body = body;
    }

    /// <summary>What it is a function of: tensors, element by element, or what they hold of a location.</summary>
    public EquatableArray<LossInput> Inputs { get; }

    public sealed override EquatableArray<FormulaParameter> Parameters { get; }

    /// <summary>Its value at one element or location.</summary>
    public Expr Body { get; }

    public sealed override Expr Formula(IReadOnlyList<Expr> inputs, IReadOnlyList<Expr> parameters) =>
        Body.Rewrite(part => part switch
        {
            Element element => (element.Tensor.Role == TensorRole.Parameters ? parameters : inputs)[element.Tensor.Number].At(element.Class),
            Label label => inputs[label.Tensor.Number],
            Variable variable => Meaning(variable, inputs, parameters),
            _ => part,
        });

    private Expr Meaning(Variable variable, IReadOnlyList<Expr> inputs, IReadOnlyList<Expr> parameters)
    {
        int input = Inputs.ToList().FindIndex(input => input.Name == variable.Name);
        return input >= 0 ? inputs[input] : parameters[Parameters.ToList().FindIndex(parameter => parameter.Name == variable.Name)];
    }
}

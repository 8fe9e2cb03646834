using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>
/// A formula as an expression, a user's that was read or one of the library's: its variables have the names of its inputs and parameters, and it has no others.
/// </summary>
internal abstract record CustomFormula : LossDefinition
{
    /// <summary>The most inputs: as many spans as a call can take without becoming unreadable.</summary>
    public const int MostInputs = 16;

    private protected CustomFormula(
        LossKind kind, bool isAlongClassAxis, string title, EquatableArray<LossInput> inputs, EquatableArray<FormulaParameter> parameters, EquatableArray<FormulaCase> cases, LossTotal? total)
        : base(kind, isAlongClassAxis, title)
    {
        Inputs = inputs;
        Parameters = parameters;
        Cases = cases;
        Total = total;
    }

    /// <summary>What it is a function of: tensors, element by element, or what they hold of a location.</summary>
    public EquatableArray<LossInput> Inputs { get; }

    public sealed override EquatableArray<FormulaParameter> Parameters { get; }

    public sealed override LossTotal? Total { get; }

    /// <summary>What it is for each value of parameters that are choices.</summary>
    public EquatableArray<FormulaCase> Cases { get; }

    /// <summary>The number of the case that is compiled.</summary>
    public int CaseNumber { get; init; }

    /// <summary>Its values at one element or location, one per sum.</summary>
    public EquatableArray<Expr> Summands => Cases[CaseNumber].Summands;

    public sealed override EquatableArray<int> Differentiated
    {
        get
        {
            if (Summands.Count == 1)
            {
                return EquatableArray.Of(0);
            }

            // The same in all cases, as these share their members.
            int[] all = [.. Enumerable.Range(0, Summands.Count)];
            int[] varying = [.. all.Where(number => Cases.Any(each => each.Summands[number].PostOrder().Any(HasGradient)))];
            return (varying.Length == 0 ? all : varying).ToEquatableArray();
        }
    }

    public sealed override IReadOnlyList<Expr> Formulas(IReadOnlyList<Expr> inputs, IReadOnlyList<Expr> parameters) =>
    [
        .. Summands.Select(summand => summand.Rewrite(part => part switch
        {
            Element element => As((element.Tensor.Role == TensorRole.Parameters ? parameters : inputs)[element.Tensor.Number].At(element.Class), element.Type),
            Label label => inputs[label.Tensor.Number],
            Variable variable => Meaning(variable, inputs, parameters),
            _ => part,
        })),
    ];

    // What an input holds, as the number that the formula takes it for.
    private static Expr As(Expr held, IrType type) => held switch
    {
        Load load => load with { Type = type },
        Element element => element with { Type = type },
        Variable variable => variable with { Type = type },
        _ => held,
    };

    private bool HasGradient(Expr part) => part switch
    {
        Element { Tensor: { Role: TensorRole.Input, Number: var number } } => Inputs[number].HasGradient,
        Variable variable => Inputs.Any(input => input.Name == variable.Name && input.HasGradient),
        _ => false,
    };

    private Expr Meaning(Variable variable, IReadOnlyList<Expr> inputs, IReadOnlyList<Expr> parameters)
    {
        int input = Inputs.ToList().FindIndex(input => input.Name == variable.Name);
        return input >= 0 ? As(inputs[input], variable.Type) : parameters[Parameters.ToList().FindIndex(parameter => parameter.Name == variable.Name)];
    }
}

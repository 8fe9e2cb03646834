using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>
/// The variables that a loop over an axis carries from step to step: declared before it and assigned in it. While its body is read, an unknown stands for each; afterwards
/// each has to be an accumulation, free of the others.
/// </summary>
internal sealed class CarriedVariables
{
    private readonly FormulaReader formula;
    private readonly ILoopOperation loop;
    private readonly ISymbol[] variables;
    private readonly Variable[] before;

    private CarriedVariables(FormulaReader formula, ILoopOperation loop, string name, ISymbol[] variables)
    {
        this.formula = formula;
        this.loop = loop;
        this.variables = variables;
        before = [.. variables.Select((variable, number) => new Variable(name + " " + InvariantText.Number(number), TypeOfSum(variable)!.Value))];
    }

    /// <summary>Those of a loop; null if one is of a type that is not accumulated, which is reported.</summary>
    /// <param name="formula">What is read.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="name">What the unknowns are called, which no other loop's are meanwhile.</param>
    public static CarriedVariables? Of(FormulaReader formula, ILoopOperation loop, string name)
    {
        HashSet<ISymbol> own = new(loop.Descendants().OfType<IVariableDeclaratorOperation>().Select(static declarator => declarator.Symbol), SymbolEqualityComparer.Default);

        // In the order in which they are first assigned.
        ISymbol[] variables = [.. Assigned(loop.Body).Where(variable => !own.Contains(variable)).Distinct(SymbolEqualityComparer.Default)];
        if (variables.FirstOrDefault(static variable => TypeOfSum(variable) is null) is not { } other)
        {
            return new CarriedVariables(formula, loop, name, variables);
        }

        formula.Problems.Refuse(loop, $"'{other.Name}' is carried from step to step, and has to be a float, a double or an int");
        return null;
    }

    /// <summary>The variables that an operation assigns.</summary>
    public static IEnumerable<ISymbol> Assigned(IOperation body) => body.DescendantsAndSelf()
        .Select(static operation => (operation as IAssignmentOperation)?.Target ?? (operation as IIncrementOrDecrementOperation)?.Target)
        .Select(static target => (ISymbol?)(target as ILocalReferenceOperation)?.Local ?? (target as IParameterReferenceOperation)?.Parameter)
        .OfType<ISymbol>();

    /// <summary>The scope in which the body is read.</summary>
    public FormulaScope Hidden(FormulaScope scope)
    {
        for (int i = 0; i < variables.Length; i++)
        {
            scope = scope.With(variables[i], IsInteger(variables[i]) ? IntegerReader.Whole(before[i]) : before[i]);
        }

        return scope;
    }

    /// <summary>Whether steps leave the greatest or the least of something in one of the variables.</summary>
    /// <param name="after">What the body leaves.</param>
    /// <param name="condition">Where a step is one; null for everywhere.</param>
    public bool FindsExtremes(FormulaScope after, Expr? condition) => variables.Zip(before, (variable, unknown) => after[variable] is { } step
        && Accumulation.Read(StepOf(variable, step, condition, unknown), unknown) is { Kind: Accumulation.How.Greatest or Accumulation.How.Least }).Any(static isExtreme => isExtreme);

    /// <summary>What variables stand for after steps; null if one is no accumulation.</summary>
    /// <param name="scope">The scope before them.</param>
    /// <param name="after">What the body leaves.</param>
    /// <param name="condition">Where a step is one; null for everywhere.</param>
    /// <param name="join">What a variable is after the steps, from what it was and what they do to it.</param>
    public FormulaScope? After(FormulaScope scope, FormulaScope after, Expr? condition, Func<Accumulation, Expr, Expr> join)
    {
        for (int i = 0; i < variables.Length; i++)
        {
            if (scope[variables[i]] is not { } initial || after[variables[i]] is not { } step)
            {
                return null;
            }

            bool isInteger = IsInteger(variables[i]);
            initial = isInteger ? IntegerReader.Number(initial, IrType.Double) : initial;
            step = StepOf(variables[i], step, condition, before[i]);
            if (Accumulation.Read(step, before[i]) is not { } accumulation || accumulation.Term?.Nodes(NodeSet.Variables).Any(part => Array.IndexOf(before, part) >= 0) == true)
            {
                formula.Problems.Refuse(loop, $"'{variables[i].Name}' is no accumulation: in a loop over a span a variable becomes s + f, s - f, Max(s, f) or Min(s, f) with f that does not depend on the steps before");
                return null;
            }

            if (accumulation.Term is not null)
            {
                Expr result = Named(join(accumulation, initial), step, before[i]);
                scope = scope.With(variables[i], isInteger ? IntegerReader.Whole(result) : result);
            }
        }

        return scope;
    }

    // A step as a floating-point number, which leaves the variable as it is where it is none.
    private static Expr StepOf(ISymbol variable, Expr step, Expr? condition, Expr unknown)
    {
        Expr number = IsInteger(variable) ? IntegerReader.Number(step, IrType.Double) : step;
        return condition is null ? number : Truth.Select(condition, number, unknown);
    }

    // With the name that the variable was given in the body.
    private static Expr Named(Expr value, Expr step, Variable before) =>
        step.Nodes(NodeSet.AuthorNames).Cast<Named>().FirstOrDefault(named => named.Value.Mentions(before)) is { } named ? value.As(named.Name, named.Symbol) : value;

    // Integers are counted in float64, which holds them.
    private static IrType? TypeOfSum(ISymbol variable) => TypeOf(variable) switch
    {
        var type when FormulaTypes.IsWideInteger(type) => IrType.Double,
        var type when FormulaTypes.Of(type) is { IsFloating: true } floating => floating,
        _ => null,
    };

    private static bool IsInteger(ISymbol variable) => FormulaTypes.IsInteger(TypeOf(variable));

    private static ITypeSymbol? TypeOf(ISymbol variable) => (variable as ILocalSymbol)?.Type ?? (variable as IParameterSymbol)?.Type;
}

using LossGen.Generator.Diagnostics;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Warns about inputs and parameters that a formula's value does not depend on.</summary>
internal static class Dependence
{
    public static void Check(IMethodSymbol method, FormulaSignature signature, IReadOnlyList<FormulaCase> cases, LossTotal? total, FormulaProblems problems)
    {
        List<Expr> parts = [.. cases.SelectMany(static each => each.Summands).SelectMany(Traversal.PostOrder)];
        HashSet<string> used = new(parts.Select(static part => (part as Variable)?.Name ?? (part as Element)?.Tensor.Name ?? (part as Label)?.Tensor.Name).OfType<string>(), StringComparer.Ordinal);
        used.UnionWith(total is null ? [] : total.Value.PostOrder().OfType<Variable>().Select(static variable => variable.Name));
        bool isConstant = !signature.Inputs.Any(input => used.Contains(input.Name));
        if (isConstant)
        {
            problems.Doubt(Descriptors.FormulaConstant, method.Locations[0], method.Name, string.Join(", ", signature.Inputs.Select(static input => $"'{input.Name}'")));
        }

        foreach (IParameterSymbol parameter in method.Parameters.Where(parameter => !used.Contains(parameter.Name) && !IsChosen(parameter.Name)))
        {
            bool isInput = signature.Inputs.Any(input => input.Name == parameter.Name);
            if (!isInput || !isConstant)
            {
                problems.Doubt(Descriptors.UnusedInFormula, parameter.Locations[0], isInput ? "input" : "parameter", parameter.Name, method.Name);
            }
        }

        // A choice has a meaning if the formula differs by it.
        bool IsChosen(string name) => cases.Any(each => cases.Any(other =>
            !other.Summands.Equals(each.Summands) && each.Values.Zip(other.Values, (value, otherwise) => value.Choice == otherwise.Choice != (value.Parameter.Name == name)).All(static alike => alike)));
    }
}

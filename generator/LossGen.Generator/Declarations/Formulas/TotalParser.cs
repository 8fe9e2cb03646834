using LossGen.Generator.Diagnostics;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads the method that makes the value of a loss of the sums of its formula: its sums, parameters and count, and its value.</summary>
internal static class TotalParser
{
    private const string Attribute = "TotalAttribute";
    private const string CountName = "count";

    /// <summary>Whether a method is marked as a total.</summary>
    public static bool IsTotal(ISymbol member) => member is IMethodSymbol && member.GetAttributes().Any(static data => LossAttributeName.IsOfRuntime(data.AttributeClass, Attribute));

    /// <summary>Whether the class brings a total, if its formula needs one, and no more; reports it if not.</summary>
    /// <param name="method">The formula.</param>
    /// <param name="attribute">The loss attribute.</param>
    /// <param name="problems">What is wrong.</param>
    /// <param name="total">The total; null for none.</param>
    public static bool Find(IMethodSymbol method, LossAttributeData attribute, ProblemList problems, out IMethodSymbol? total)
    {
        IMethodSymbol[] totals = [.. method.ContainingType.GetMembers().OfType<IMethodSymbol>().Where(IsTotal)];
        total = totals.FirstOrDefault();
        int sums = FormulaTypes.CountOf(method.ReturnType);
        if (total is null)
        {
            if (sums > 1)
            {
                problems.Add(Descriptors.FormulaSignature, method.Locations[0], method.Name, $"it returns {sums} numbers, but no method of its class is marked with [Total], which makes the loss of their sums");
            }

            return sums == 1;
        }

        foreach (IMethodSymbol further in totals.Skip(1))
        {
            Refuse(further, "the class has another one", problems);
        }

        if (attribute.Find(LossProperty.Reduction) is not null)
        {
            Refuse(total, "it says what the sums are divided by, and so does the attribute's Reduction: remove one of them", problems);
            return false;
        }

        return totals.Length == 1;
    }

    /// <summary>Reads a total; null if a problem was found.</summary>
    /// <param name="total">The method.</param>
    /// <param name="formula">The formula.</param>
    /// <param name="parameters">The formula's parameters.</param>
    /// <param name="sources">The text; null where the signature alone is wanted.</param>
    /// <param name="problems">What is wrong.</param>
    /// <param name="cancellation">Asks to stop.</param>
    public static LossTotal? Parse(IMethodSymbol total, IMethodSymbol formula, EquatableArray<FormulaParameter> parameters, SourceModels? sources, ProblemList problems, CancellationToken cancellation)
    {
        int count = FormulaTypes.CountOf(formula.ReturnType);
        if (Problem(total, count, parameters) is { } problem)
        {
            Refuse(total, problem, problems);
            return null;
        }

        TotalArgument[] arguments = [.. total.Parameters.Select((parameter, number) => new TotalArgument(KindOf(parameter, number, count), parameter.Name, parameter.Type.ToDisplayString()))];
        EquatableArray<string> sums = arguments.Take(count).Select(static sum => sum.Name).ToEquatableArray();
        Expr? value = sources is null
            ? new Constant(0, IrType.Double)
            : new FormulaReader(sources, total, Meaning, sums, classes: 0, new FormulaProblems(total.ContainingType, sources, problems, cancellation), cancellation).Read();
        return value is null ? null : new LossTotal(total.Name, sums, arguments.ToEquatableArray(), value);
    }

    private static Expr? Meaning(IParameterSymbol parameter) => new Variable(parameter.Name, FormulaTypes.Of(parameter.Type) ?? IrType.Index);

    private static TotalArgumentKind KindOf(IParameterSymbol parameter, int number, int sums) =>
        number < sums ? TotalArgumentKind.Sum : parameter.Name == CountName ? TotalArgumentKind.Count : TotalArgumentKind.Parameter;

    private static string? Problem(IMethodSymbol total, int sums, EquatableArray<FormulaParameter> parameters) =>
        FormulaTypes.ElementOf(total.ReturnType) is null ? $"it returns {total.ReturnType.ToDisplayString()}, but float or double is needed" : FormulaSignature.MethodProblem(total) ?? (
            total.Parameters.Length < sums ? $"it has {total.Parameters.Length} parameters, but the formula returns {sums} {(sums == 1 ? "number, whose sum is its first parameter" : "numbers, whose sums are its first parameters")}"
            : total.Parameters.Select((parameter, number) => ParameterProblem(parameter, KindOf(parameter, number, sums), parameters)).FirstOrDefault(static problem => problem is not null)
                ?? (total.Parameters.Take(sums).GroupBy(static sum => InvariantText.Capitalised(sum.Name)).Any(static same => same.Count() > 1) ? "two of its sums would be the same property"
                : total.Parameters.Take(sums).Any(static sum => sum.Name is CountName or "Count") ? "'count' is the number of locations, and cannot be a sum" : null));

    private static string? ParameterProblem(IParameterSymbol parameter, TotalArgumentKind kind, EquatableArray<FormulaParameter> parameters) =>
        parameter.RefKind != RefKind.None || parameter.IsParams ? $"parameter '{parameter.Name}' is not passed by value"
        : kind == TotalArgumentKind.Sum ? (FormulaTypes.ElementOf(parameter.Type) is null ? $"parameter '{parameter.Name}' is of type {parameter.Type.ToDisplayString()}, but a sum is a double or a float" : null)
        : kind == TotalArgumentKind.Count ? (FormulaTypes.ElementOf(parameter.Type) is null && parameter.Type.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64) ? "'count' is an int, long, float or double" : null)
        : parameters.FirstOrDefault(given => given.Name == parameter.Name) is not { } given ? $"parameter '{parameter.Name}' is neither one of the sums, which come first, nor a [Parameter] of the formula, nor 'count', the number of locations"
        : !given.IsScalar || InputTypes.Of(parameter.Type) != given.Type || !given.Type.IsFloating() ? $"parameter '{parameter.Name}' is not of the type that it has in the formula"
        : null;

    private static void Refuse(IMethodSymbol method, string reason, ProblemList problems) => problems.Add(Descriptors.TotalSignature, method.Locations[0], method.Name, reason);
}

using LossGen.Generator.Diagnostics;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads the signature of a formula along an axis: spans, numbers and labels of a location, and parameters.</summary>
internal static class AxisSignature
{
    /// <summary>The type of a span's elements, if they are of a formula; null for any other type.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type) =>
        SystemTypes.IsReadOnlySpan(type) && ((INamedTypeSymbol)type!).TypeArguments[0] is var element && FormulaTypes.ElementOf(element) is not null ? element : null;

    /// <summary>Reads a method's signature; null if a kernel cannot have it.</summary>
    public static FormulaSignature? Parse(IMethodSymbol method, ProblemList problems, CancellationToken cancellation)
    {
        if (FormulaSignature.MethodProblem(method) is { } problem)
        {
            return Refuse(problem);
        }

        List<LossInput> inputs = [];
        List<FormulaParameter> parameters = [];
        bool isWhole = true;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            bool isParameter = ParameterParser.IsMarked(parameter);
            if ((isParameter ? ParameterProblem(parameter, parameters) : InputProblem(parameter, isFirst: inputs.Count == 0)) is { } fault)
            {
                problems.Add(Descriptors.FormulaSignature, parameter.Locations[0], method.Name, $"parameter '{parameter.Name}' {fault}");
                isWhole = false;
            }
            else if (!isParameter)
            {
                inputs.Add(InputOf(parameter, method));
            }
            else if (ParameterParser.Parse(parameter, problems, cancellation) is { } given)
            {
                parameters.Add(given);
            }
            else
            {
                isWhole = false;
            }
        }

        return !isWhole ? null
            : inputs.Count == 0 ? Refuse("its first parameters have to be inputs, each a ReadOnlySpan<T> of the type of its result")
            : inputs.Count > CustomFormula.MostInputs ? Refuse($"it has {inputs.Count} inputs, but 1 to {CustomFormula.MostInputs} are possible")
            : !FormulaSignature.CheckGradients(method, inputs, problems) ? null
            : FormulaSignature.Of(method, inputs, parameters);

        FormulaSignature? Refuse(string reason)
        {
            problems.Add(Descriptors.FormulaSignature, method.Locations[0], method.Name, reason);
            return null;
        }
    }

    // Integers are labels, as far as the signature says.
    private static LossInput InputOf(IParameterSymbol parameter, IMethodSymbol method) =>
        InputTypes.OfIntegers(parameter.Type) is { } integers ? LossInput.Labels(parameter.Name, integers)
        : InputTypes.OfSpan(parameter.Type) is { } elements ? FormulaSignature.InputOf(parameter, InputKind.Elements, elements, method)
        : FormulaSignature.InputOf(parameter, InputMarks.IsLearned(parameter) ? InputKind.Learned : InputKind.Numbers, InputTypes.Of(parameter.Type)!.Value, method);

    private static string? ParameterProblem(IParameterSymbol parameter, IReadOnlyList<FormulaParameter> before) => ElementOf(parameter.Type) is null
        ? FormulaSignature.ScalarProblem(parameter, before)
        : parameter.RefKind != RefKind.None || parameter.IsParams ? "is not passed by value"
        : parameter.HasExplicitDefaultValue ? "has a default value, but there is none for a number per class: remove it"
        : !Identifiers.IsIdentifier(parameter.Name) ? "has the name of a keyword, but becomes a parameter of the generated constructor"
        : FormulaSignature.ConstructorProblem(parameter, before);

    private static string? InputProblem(IParameterSymbol parameter, bool isFirst) =>
        parameter.RefKind != RefKind.None || parameter.IsParams ? "is not passed by value"
        : !Identifiers.IsIdentifier(parameter.Name) ? "has the name of a keyword, but becomes a parameter of the generated members"
        : parameter.HasExplicitDefaultValue ? "has a default value, but is an input: mark it with [Parameter] if it is one number for all locations"
        : InputMarks.Problem(parameter, isFirst) is { } mark ? mark
        : isFirst && InputTypes.OfIntegers(parameter.Type) is not null ? "is a label, which follows the spans"
        : (InputTypes.OfSpan(parameter.Type) ?? InputTypes.Of(parameter.Type)) is not { } type ? "is of type " + parameter.Type.ToDisplayString() + ", but an input is a ReadOnlySpan<T>, or one T for each location, of " + InputTypes.Names + "; a number for all locations is marked with [Parameter]"
        : isFirst && InputTypes.OfSpan(parameter.Type) is null ? "is a number for each location, which follows the spans; mark it with [Parameter] if it is one number for all locations"
        : isFirst ? FormulaSignature.FirstProblem(parameter, type)
        : null;
}

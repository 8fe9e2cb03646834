using LossGen.Generator.Diagnostics;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads the signature of a formula along an axis: spans, a label if there is one, and scalars.</summary>
internal static class AxisSignature
{
    private const string Needed = "its first parameters have to be inputs, each a ReadOnlySpan<T> of the type of its result";

    /// <summary>The type of a span's elements, if they are of a formula; null for any other type.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type) =>
        SystemTypes.IsReadOnlySpan(type) && ((INamedTypeSymbol)type!).TypeArguments[0] is var element && FormulaTypes.ElementOf(element) is not null ? element : null;

    /// <summary>Reads a method's signature; null if a kernel cannot have it.</summary>
    public static FormulaSignature? Parse(IMethodSymbol method, ProblemList problems, CancellationToken cancellation)
    {
        if (FormulaSignature.MethodProblem(method) is { } problem)
        {
            problems.Add(Descriptors.FormulaSignature, method.Locations[0], method.Name, problem);
            return null;
        }

        List<string> inputs = [];
        List<FormulaParameter> parameters = [];
        LabelKind? label = null;
        bool isWhole = true;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (ParameterParser.IsMarked(parameter))
            {
                FormulaParameter? scalar = FormulaSignature.ScalarProblem(parameter, parameters) is { } fault ? Refuse(parameter, fault) : ParameterParser.Parse(parameter, problems, cancellation);
                isWhole &= scalar is not null;
                parameters.AddRange(scalar is null ? [] : [scalar]);
            }
            else if (InputProblem(parameter, method, inputs.Count, label) is { } reason)
            {
                Refuse(parameter, reason);
                isWhole = false;
            }
            else
            {
                label ??= ClassAxisSignature.LabelOf(parameter.Type);
                inputs.Add(parameter.Name);
            }
        }

        if (isWhole && (inputs.Count == 0 || inputs.Count > CustomFormula.MostInputs))
        {
            problems.Add(Descriptors.FormulaSignature, method.Locations[0], method.Name, inputs.Count == 0 ? Needed : $"it has {inputs.Count} inputs, but 1 to {CustomFormula.MostInputs} are possible");
            return null;
        }

        string[] gradients = [.. inputs.Select(InputNames.GradientOf)];
        if (isWhole && method.Parameters.FirstOrDefault(parameter => gradients.Contains(parameter.Name)) is { } clash)
        {
            Refuse(clash, $"has the name of the gradient of '{inputs[Array.IndexOf(gradients, clash.Name)]}'");
            return null;
        }

        return isWhole ? new FormulaSignature(inputs.ToEquatableArray(), parameters.ToEquatableArray(), label) : null;

        FormulaParameter? Refuse(IParameterSymbol refused, string reason)
        {
            problems.Add(Descriptors.FormulaSignature, refused.Locations[0], method.Name, $"parameter '{refused.Name}' {reason}");
            return null;
        }
    }

    private static string? InputProblem(IParameterSymbol parameter, IMethodSymbol method, int before, LabelKind? label) =>
        parameter.RefKind != RefKind.None ? "is not passed by value"
        : !Identifiers.IsIdentifier(parameter.Name) ? "has the name of a keyword, but becomes a parameter of the generated members"
        : parameter.HasExplicitDefaultValue ? "has a default value, but is an input: mark it with [Parameter] if it is one number for all locations"
        : label is not null ? "stands after the label, which is the last input: move it before the label, or mark it with [Parameter] if it is one number for all locations"
        : ClassAxisSignature.LabelOf(parameter.Type) is not null ? (before == 0 ? "is a label, which follows the spans" : null)
        : ElementOf(parameter.Type) is not { } element ? "is of type " + parameter.Type.ToDisplayString() + ", but an input is a ReadOnlySpan<float> or ReadOnlySpan<double>, a label an int, byte, ushort or long, and a number for all locations is marked with [Parameter]"
        : !SymbolEqualityComparer.Default.Equals(element, method.ReturnType) ? "has elements of another type than the result: inputs, gradients and value are of one type"
        : null;
}

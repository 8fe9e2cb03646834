using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads the signature of a formula over classes: the logits of a location, its label, and scalars.</summary>
internal static class ClassAxisSignature
{
    private const string Needed = "its first parameter has to be the ClassLogits<float> or ClassLogits<double> of a location, its second the label: an sbyte, byte, short, ushort, int, uint or long";

    /// <summary>Reads a method's signature; null if a kernel cannot have it.</summary>
    public static FormulaSignature? Parse(IMethodSymbol method, ProblemList problems, CancellationToken cancellation)
    {
        if (FormulaSignature.MethodProblem(method) is { } problem)
        {
            problems.Add(Descriptors.FormulaSignature, method.Locations[0], method.Name, problem);
            return null;
        }

        if (method.Parameters is not [var logits, var label, .. var scalars]
            || InputTypes.OfIntegers(label.Type) is not { } kind
            || !SymbolEqualityComparer.Default.Equals(LogitsReader.ElementOf(logits.Type), FormulaTypes.ResultOf(method.ReturnType))
            || new[] { logits, label }.Any(static parameter => parameter.RefKind != RefKind.None || !Identifiers.IsIdentifier(parameter.Name) || parameter.HasExplicitDefaultValue))
        {
            problems.Add(Descriptors.FormulaSignature, method.Locations[0], method.Name, Needed);
            return null;
        }

        LossInput[] inputs = [LossInput.Elements(logits.Name) with { HasGradient = !InputMarks.HasNoGradient(logits) }, LossInput.Labels(label.Name, kind)];
        if (!FormulaSignature.CheckGradients(method, inputs, problems))
        {
            return null;
        }

        List<FormulaParameter> parameters = [];
        bool isWhole = true;
        foreach (IParameterSymbol scalar in scalars)
        {
            FormulaParameter? parameter = null;
            if (FormulaSignature.ScalarProblem(scalar, parameters) is { } fault)
            {
                problems.Add(Descriptors.FormulaSignature, scalar.Locations[0], method.Name, "parameter '" + scalar.Name + "' " + fault);
            }
            else
            {
                parameter = ParameterParser.Parse(scalar, problems, cancellation);
            }

            isWhole &= parameter is not null;
            parameters.AddRange(parameter is null ? [] : [parameter]);
        }

        return isWhole ? FormulaSignature.Of(method, inputs, parameters) : null;
    }
}

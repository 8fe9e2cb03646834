using System.Globalization;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Explorer.Plotting;

/// <summary>How a generated loss is called: read from its members, not from its declaration.</summary>
/// <param name="Type">The class's full name in C#.</param>
/// <param name="Value">What its value is.</param>
/// <param name="Inputs">What its constructor and its calls take, in this order.</param>
/// <param name="Gradients">The gradients that a call leaves, each by the number of its input.</param>
internal sealed record LossSignature(string Type, NumberKind Value, IReadOnlyList<PlotInput> Inputs, IReadOnlyList<int> Gradients)
{
    private const string Scale = "scale";

    /// <summary>The signature of a loss, for one sample; null if its class cannot be named from outside, or has no member that computes value and gradients.</summary>
    public static LossSignature? Of(INamedTypeSymbol type, LossSpec spec)
    {
        IMethodSymbol? method = type.GetMembers("ForwardBackward").OfType<IMethodSymbol>().FirstOrDefault(static method => method.ExplicitInterfaceImplementations.IsEmpty && OutputsOf(method).All(static span => span.Name.EndsWith("Gradient", StringComparison.Ordinal)));
        IMethodSymbol? constructor = type.InstanceConstructors.FirstOrDefault(static constructor => constructor.DeclaredAccessibility == Accessibility.Public);
        if (method is null || constructor is null || !IsReachable(type))
        {
            return null;
        }

        PlotInput[] inputs =
        [
            .. constructor.Parameters.Select(parameter => Input(parameter, spec, isOfConstructor: true)),
            .. method.Parameters.Where(static parameter => parameter.Name != Scale && !IsOutput(parameter)).Select(parameter => Input(parameter, spec, isOfConstructor: false)),
        ];
        return new LossSignature(
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            KindOf(method.ReturnType),
            inputs,
            [.. OutputsOf(method).Select(span => Array.FindIndex(inputs, input => !input.IsOfConstructor && InputNames.GradientOf(input.Name) == span.Name))]);
    }

    private static IEnumerable<IParameterSymbol> OutputsOf(IMethodSymbol method) => method.Parameters.Where(IsOutput);

    private static bool IsOutput(IParameterSymbol parameter) => parameter.Type.Name == nameof(Span<>);

    private static bool IsReachable(INamedTypeSymbol type) =>
        type.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal && (type.ContainingType is null || IsReachable(type.ContainingType));

    private static PlotInput Input(IParameterSymbol parameter, LossSpec spec, bool isOfConstructor)
    {
        bool isSpan = parameter.Type is INamedTypeSymbol { Name: nameof(ReadOnlySpan<>) };
        ITypeSymbol number = isSpan ? ((INamedTypeSymbol)parameter.Type).TypeArguments[0] : parameter.Type;
        return new PlotInput(
            parameter.Name,
            number.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            KindOf(number),
            isSpan,
            isOfConstructor,
            !isSpan ? 1 : isOfConstructor ? LengthOfParameter(parameter.Name, spec) : LengthOfInput(parameter.Name, spec),
            parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: { } value } ? Text(value)
                : isOfConstructor ? "1" : DefaultOf(parameter.Name, spec));
    }

    private static int LengthOfInput(string name, LossSpec spec) => spec.Inputs.FirstOrDefault(input => input.Name.TrimStart('@') == name)?.Kind switch
    {
        InputKind.Elements => spec.Shape.ElementsPerSample,
        InputKind.Learned => 1,
        null when spec.Weighting?.Kind == WeightingKind.PerPrediction => spec.Shape.ElementsPerSample,
        _ => LocationsOf(spec),
    };

    private static int LengthOfParameter(string name, LossSpec spec) =>
        name == Weighting.Parameter && spec.Weighting?.Kind == WeightingKind.PerDataPoint ? spec.Shape.ElementsPerSample : spec.Shape.Classes;

    private static int LocationsOf(LossSpec spec) => spec.Shape.ClassAxis is null ? spec.Shape.ElementsPerSample : spec.Shape.LocationsPerSample;

    // A number at which the loss is defined; the last one is repeated.
    private static string DefaultOf(string name, LossSpec spec)
    {
        int number = spec.Inputs.ToList().FindIndex(input => input.Name.TrimStart('@') == name);
        return number switch
        {
            0 when IsOfProbabilities(spec) => "0.5",
            0 => "0",
            > 0 when spec.Inputs[number].Kind == InputKind.Labels => "0",
            > 0 when spec.Inputs[number].Kind == InputKind.Elements && spec.Shape.ClassAxis is not null => "1, 0",
            _ => "1",
        };
    }

    /// <summary>Whether the prediction is a probability, so that the loss is defined from 0 to 1.</summary>
    public static bool IsOfProbabilities(LossSpec spec) => spec.Loss is LossKind.BinaryCrossEntropy or LossKind.MultinomialLogistic;

    private static NumberKind KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Single => NumberKind.Single,
        SpecialType.System_Double => NumberKind.Double,
        SpecialType.System_Boolean => NumberKind.Truth,
        _ => NumberKind.Whole,
    };

    private static string Text(object value) => value is bool truth ? (truth ? "1" : "0") : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}

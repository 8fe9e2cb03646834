using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads the mark of an input by which no gradient is computed.</summary>
internal static class NoGradient
{
    private const string Attribute = "NoGradientAttribute";

    /// <summary>Whether an input is marked.</summary>
    public static bool IsMarked(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(static data => LossAttributeName.IsOfRuntime(data.AttributeClass, Attribute));
}

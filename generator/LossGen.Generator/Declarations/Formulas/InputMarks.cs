using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads the marks of an input.</summary>
internal static class InputMarks
{
    private const string WithoutGradient = "NoGradientAttribute";
    private const string Learned = "LearnedAttribute";

    /// <summary>Whether no gradient by an input is computed.</summary>
    public static bool HasNoGradient(IParameterSymbol parameter) => Has(parameter, WithoutGradient);

    /// <summary>Whether an input is one number for a whole call.</summary>
    public static bool IsLearned(IParameterSymbol parameter) => Has(parameter, Learned);

    /// <summary>What is wrong with the marks of an input; null if nothing is.</summary>
    /// <param name="parameter">The input.</param>
    /// <param name="isFirst">Whether it is the first one.</param>
    public static string? Problem(IParameterSymbol parameter, bool isFirst) => !IsLearned(parameter) ? null
        : isFirst ? "is learned, one number for a whole call, and follows the inputs that have one for each element"
        : FormulaTypes.ElementOf(parameter.Type) is null ? "is learned, and has to be a float or a double"
        : HasNoGradient(parameter) ? "is learned, and so has a gradient: remove [NoGradient]"
        : null;

    private static bool Has(IParameterSymbol parameter, string name) =>
        parameter.GetAttributes().Any(data => LossAttributeName.IsOfRuntime(data.AttributeClass, name));
}

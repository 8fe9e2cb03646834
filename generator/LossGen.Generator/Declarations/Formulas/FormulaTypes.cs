using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>The types of values in a formula.</summary>
internal static class FormulaTypes
{
    /// <summary>The type in the IR: that of float, double or bool; null for any other.</summary>
    public static IrType? Of(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_Single => IrType.Single,
        SpecialType.System_Double => IrType.Double,
        SpecialType.System_Boolean => IrType.Boolean,
        _ => null,
    };

    /// <summary>Whether a type is that of integers; an enum is not.</summary>
    public static bool IsInteger(ITypeSymbol? type) => type is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 };

    /// <summary>Whether a type is one of integers that hold every sum of usual integers.</summary>
    public static bool IsWideInteger(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 };

    /// <summary>The most numbers that a formula returns.</summary>
    public const int MostResults = 8;

    /// <summary>The type of what a formula returns: of one number, or of each of several in a tuple; null for any other.</summary>
    public static ITypeSymbol? ResultOf(ITypeSymbol type) => ElementOf(type) is not null ? type
        : type is INamedTypeSymbol { IsTupleType: true, TupleElements: { Length: <= MostResults } elements } && elements[0].Type is var first && ElementOf(first) is not null
            && elements.All(element => SymbolEqualityComparer.Default.Equals(element.Type, first)) ? first
        : null;

    /// <summary>How many numbers a formula returns.</summary>
    public static int CountOf(ITypeSymbol type) => type is INamedTypeSymbol { IsTupleType: true, TupleElements: var elements } ? elements.Length : 1;

    /// <summary>The type of elements: float or double; null for any other.</summary>
    public static ElementKind? ElementOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Single => ElementKind.Single,
        SpecialType.System_Double => ElementKind.Double,
        _ => null,
    };
}

using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>The types of the numbers that an input of a formula may hold.</summary>
internal static class InputTypes
{
    /// <summary>Their names, for messages.</summary>
    public const string Names = "float, double, sbyte, byte, short, ushort, int, uint, long or bool";

    /// <summary>The type; null if no input may hold it.</summary>
    public static NumberType? Of(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_Single => NumberType.Single,
        SpecialType.System_Double => NumberType.Double,
        SpecialType.System_SByte => NumberType.SByte,
        SpecialType.System_Byte => NumberType.Byte,
        SpecialType.System_Int16 => NumberType.Int16,
        SpecialType.System_UInt16 => NumberType.UInt16,
        SpecialType.System_Int32 => NumberType.Int32,
        SpecialType.System_UInt32 => NumberType.UInt32,
        SpecialType.System_Int64 => NumberType.Int64,
        SpecialType.System_Boolean => NumberType.Boolean,
        _ => null,
    };

    /// <summary>The type of a span's elements; null if it is no span, or no input may hold them.</summary>
    public static NumberType? OfSpan(ITypeSymbol? type) => SystemTypes.IsReadOnlySpan(type) ? Of(((INamedTypeSymbol)type!).TypeArguments[0]) : null;

    /// <summary>The type of integers; null for any other.</summary>
    public static NumberType? OfIntegers(ITypeSymbol? type) => Of(type) is { } number && number.IsInteger() ? number : null;
}

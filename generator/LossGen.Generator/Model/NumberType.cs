namespace LossGen.Generator.Model;

/// <summary>The type of the numbers of an input or a parameter.</summary>
internal enum NumberType
{
    Single,
    Double,
    Int32,
    Byte,
    UInt16,
    Int64,
    Boolean,
}

/// <summary>What types of numbers have in common.</summary>
internal static class NumberTypes
{
    public static bool IsInteger(this NumberType type) => type is NumberType.Int32 or NumberType.Byte or NumberType.UInt16 or NumberType.Int64;

    public static bool IsFloating(this NumberType type) => type is NumberType.Single or NumberType.Double;
}

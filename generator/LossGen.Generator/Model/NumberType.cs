namespace LossGen.Generator.Model;

/// <summary>The type of the numbers of an input or a parameter.</summary>
internal enum NumberType
{
    Single,
    Double,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    Boolean,
}

/// <summary>What types of numbers have in common.</summary>
internal static class NumberTypes
{
    public static bool IsInteger(this NumberType type) => !type.IsFloating() && type != NumberType.Boolean;

    public static bool IsFloating(this NumberType type) => type is NumberType.Single or NumberType.Double;

    /// <summary>The least and the greatest integer that a type holds; as labels, truth values are 0 and 1.</summary>
    public static (long Least, long Greatest) Range(this NumberType type) => type switch
    {
        NumberType.SByte => (sbyte.MinValue, sbyte.MaxValue),
        NumberType.Byte => (byte.MinValue, byte.MaxValue),
        NumberType.Int16 => (short.MinValue, short.MaxValue),
        NumberType.UInt16 => (ushort.MinValue, ushort.MaxValue),
        NumberType.Int32 => (int.MinValue, int.MaxValue),
        NumberType.UInt32 => (uint.MinValue, uint.MaxValue),
        NumberType.Int64 => (long.MinValue, long.MaxValue),
        NumberType.Boolean => (0, 1),
        _ => throw new InvalidOperationException($"{type} is no type of integers."),
    };

    /// <summary>Whether a type of integers holds one.</summary>
    public static bool Holds(this NumberType type, long integer) => type.Range() is var (least, greatest) && integer >= least && integer <= greatest;

    /// <summary>The type as C# writes it.</summary>
    public static string Keyword(this NumberType type) => type switch
    {
        NumberType.Single => "float",
        NumberType.Double => "double",
        NumberType.SByte => "sbyte",
        NumberType.Byte => "byte",
        NumberType.Int16 => "short",
        NumberType.UInt16 => "ushort",
        NumberType.Int32 => "int",
        NumberType.UInt32 => "uint",
        NumberType.Int64 => "long",
        _ => "bool",
    };
}

namespace LossGen.Generator.Model;

/// <summary>The type of a declared loss's class labels; the numbers are those of the runtime's <c>LabelType</c>.</summary>
internal enum LabelKind
{
    Int32,
    Byte,
    UInt16,
    Int64,
    SByte,
    Int16,
    UInt32,
    Boolean,
}

/// <summary>The types of labels as those of numbers.</summary>
internal static class LabelKinds
{
    public static NumberType NumberType(this LabelKind label) => label switch
    {
        LabelKind.Byte => Model.NumberType.Byte,
        LabelKind.UInt16 => Model.NumberType.UInt16,
        LabelKind.Int64 => Model.NumberType.Int64,
        LabelKind.SByte => Model.NumberType.SByte,
        LabelKind.Int16 => Model.NumberType.Int16,
        LabelKind.UInt32 => Model.NumberType.UInt32,
        LabelKind.Boolean => Model.NumberType.Boolean,
        _ => Model.NumberType.Int32,
    };
}

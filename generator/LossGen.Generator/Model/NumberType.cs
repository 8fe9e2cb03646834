namespace LossGen.Generator.Model;

/// <summary>The type of an input's numbers.</summary>
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

namespace LossGen.Generator.Model;

/// <summary>The type of a declared loss's class labels; the numbers are those of the runtime's <c>LabelType</c>.</summary>
internal enum LabelKind
{
    Int32,
    Byte,
    UInt16,
    Int64,
}

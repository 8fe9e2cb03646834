namespace LossGen.Generator.Model;

/// <summary>The element type of a declared loss; the numbers are those of the runtime's <c>ElementType</c>.</summary>
internal enum ElementKind
{
    Single,
    Double,
}

namespace LossGen.Generator.Model;

/// <summary>The class that a loss fills: what it takes to write another part of it.</summary>
/// <param name="Namespace">The namespace as written in C#, or empty for the global one.</param>
/// <param name="Declarations">The class itself last, before it the types it is nested in, outermost first.</param>
/// <param name="MetadataName">The full metadata name (<c>Namespace.Outer+Inner</c>), unique in the compilation; the hint name's stem.</param>
internal sealed record LossType(string Namespace, EquatableArray<TypeDeclaration> Declarations, string MetadataName)
{
    /// <summary>The class's name without a leading @.</summary>
    public string SimpleName => NameInCode.TrimStart('@');

    /// <summary>The class's name as written in C#; a loss has no type parameters.</summary>
    public string NameInCode => Declarations[Declarations.Count - 1].Name;

    public string HintName => MetadataName + ".g.cs";
}

/// <summary>The head of one partial type declaration.</summary>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>record</c>, <c>record struct</c> or <c>interface</c>.</param>
/// <param name="Name">The name as written in C#, with its type parameters where it has any.</param>
internal sealed record TypeDeclaration(string Keyword, string Name);

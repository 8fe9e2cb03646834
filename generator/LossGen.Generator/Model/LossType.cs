using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LossGen.Generator.Model;

/// <summary>The class that a loss fills: what is needed to write another part of it.</summary>
/// <param name="Namespace">The namespace as written in C#, or empty for the global one.</param>
/// <param name="Declarations">The class itself last, preceded by the types it is nested in, outermost first.</param>
/// <param name="MetadataName">The full metadata name (<c>Namespace.Outer+Inner</c>), unique in the compilation.</param>
internal sealed record LossType(string Namespace, EquatableArray<TypeDeclaration> Declarations, string MetadataName)
{
    private const string Extension = ".g.cs";

    // Below 150 with the extension.
    private const int LongestStem = 144;
    private const int HashBytes = 16;

    /// <summary>The class's name without a leading @.</summary>
    public string SimpleName => NameInCode.TrimStart('@');

    /// <summary>The class's name as written in C#; a loss has no type parameters.</summary>
    public string NameInCode => Declarations[Declarations.Count - 1].Name;

    /// <summary>
    /// The generated file's name: the metadata name or, if that is too long for file systems, whose names may have 255 bytes and paths little more, a
    /// hash of it and its end.
    /// </summary>
    public string HintName => (Encoding.UTF8.GetByteCount(MetadataName) <= LongestStem ? MetadataName : Shortened(MetadataName)) + Extension;

    private static string Shortened(string name)
    {
        using var algorithm = SHA256.Create();
        string hash = string.Concat(algorithm.ComputeHash(Encoding.UTF8.GetBytes(name)).Take(HashBytes).Select(static part => part.ToString("x2", CultureInfo.InvariantCulture)));
        int start = 0;
        while (Encoding.UTF8.GetByteCount(name.Substring(start)) > LongestStem - hash.Length - 1)
        {
            start += char.IsSurrogatePair(name, start) ? 2 : 1;
        }

        return hash + "." + name.Substring(start);
    }
}

/// <summary>The head of one partial type declaration.</summary>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>record</c>, <c>record struct</c> or <c>interface</c>.</param>
/// <param name="Name">The name as written in C#, with its type parameters if it has any.</param>
internal sealed record TypeDeclaration(string Keyword, string Name);

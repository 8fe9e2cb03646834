using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Declarations;

/// <summary>C# names: which strings are identifiers, and how a symbol's name is written.</summary>
internal static class Identifiers
{
    /// <summary>Whether the text can be written as a parameter's name unchanged.</summary>
    /// <remarks>Format characters are excluded: C# drops them from an identifier, so that two different texts could name the same thing.</remarks>
    public static bool IsIdentifier(string text) =>
        SyntaxFacts.IsValidIdentifier(text)
        && SyntaxFacts.GetKeywordKind(text) == SyntaxKind.None
        && !text.Any(static character => CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format);

    /// <summary>Writes a name with @ if it is a keyword anywhere in C#: contextual keywords, too, are refused as type names.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None
            ? name
            : "@" + name;

    /// <summary>Writes the name of a type; C# warns about a name of lower-case letters only, unless it follows @.</summary>
    public static string EscapeType(string name) => name.All(static character => character is >= 'a' and <= 'z') ? "@" + name : Escape(name);
}

using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Inspection.Sources;

/// <summary>C# that may declare losses.</summary>
/// <param name="Path">Its name in diagnostics.</param>
/// <param name="Text">Its text.</param>
/// <param name="GlobalUsings">The namespaces that it need not import.</param>
internal sealed record SourceFile(string Path, string Text, IReadOnlyList<string> GlobalUsings)
{
    /// <summary>The namespaces that the SDK imports in every project with ImplicitUsings.</summary>
    public static IReadOnlyList<string> ImplicitUsings { get; } =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    /// <summary>A file of a project.</summary>
    public static SourceFile File(string path, string text) => new(path, text, ImplicitUsings);

    /// <summary>A declaration, which needs no usings; an attribute may appear alone: it then belongs to an otherwise empty class.</summary>
    public static SourceFile Declaration(string text) => new(
        "declaration",
        HasClass(text) ? text : text + "\npublic sealed partial class ExampleLoss;\n",
        [.. ImplicitUsings, nameof(LossGen)]);

    private static bool HasClass(string text) => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().Any();
}

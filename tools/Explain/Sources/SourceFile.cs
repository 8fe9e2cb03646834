using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Explain.Sources;

/// <summary>C# from the command line, or from a file named there.</summary>
/// <param name="Path">Its name in diagnostics.</param>
/// <param name="Text">Its text.</param>
/// <param name="GlobalUsings">The namespaces that it need not import.</param>
internal sealed record SourceFile(string Path, string Text, IReadOnlyList<string> GlobalUsings)
{
    private const string Extension = ".cs";

    // The ones that the SDK adds to every project with ImplicitUsings.
    private static readonly string[] s_implicitUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    /// <summary>Reads the arguments: a declaration, or files.</summary>
    public static IReadOnlyList<SourceFile> Of(IReadOnlyList<string> inputs) => inputs is [string single] && single.TrimStart().StartsWith('[')
        ? [Declaration(single)]
        : inputs.Count > 0
            ? [.. inputs.Select(File)]
            : throw new UsageException("There is nothing to explain: write a declaration such as '[SoftmaxLoss(Shape.Batch, 10)]', in quotes, or the path of a .cs file; --help has the options.");

    private static SourceFile Declaration(string text) => new(
        "declaration",
        HasClass(text) ? text : text + "\npublic sealed partial class ExampleLoss;\n",
        [.. s_implicitUsings, nameof(LossGen)]);

    // An attribute may appear alone: it then belongs to an otherwise empty class.
    private static bool HasClass(string text) => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().Any();

    private static SourceFile File(string path)
    {
        if (!path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"'{path}' is neither a declaration in brackets nor a {Extension} file: write '[SoftmaxLoss(Shape.Batch, 10)]', in quotes, or the path of a {Extension} file.");
        }

        try
        {
            return new SourceFile(path, System.IO.File.ReadAllText(path), s_implicitUsings);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' cannot be read: {exception.Message} Paths are relative to {Environment.CurrentDirectory}.");
        }
    }
}

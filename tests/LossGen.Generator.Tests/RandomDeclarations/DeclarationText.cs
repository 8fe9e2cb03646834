using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>A source text that is meant to declare a loss, in its own file and namespace.</summary>
/// <param name="Namespace">What follows the text's own namespace, such as <c>.Inner</c>, or nothing.</param>
/// <param name="Body">The declarations.</param>
internal sealed record DeclarationText(string Namespace, string Body)
{
    private const int LongestShown = 2_000;

    /// <summary>The file: the index distinguishes the texts of one compilation.</summary>
    public string Source(int index) => FormattableString.Invariant($"using LossGen;\nnamespace N{index}{Namespace};\n{Body}\n");

    /// <summary>Whether all of it is in its namespace, so that it cannot harm others; one brace too many ends the namespace.</summary>
    public bool IsContained => Compilations.Parse(Source(0)).GetRoot(TestContext.Current.CancellationToken)
        is CompilationUnitSyntax { AttributeLists: [], Members: [FileScopedNamespaceDeclarationSyntax] };

    public override string ToString()
    {
        string source = Source(0);
        return source.Length <= LongestShown ? source : source[..LongestShown] + FormattableString.Invariant($"… ({source.Length} characters)");
    }
}

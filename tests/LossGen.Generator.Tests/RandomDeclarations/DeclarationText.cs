namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>A source text that means to declare a loss, to stand in a file and a namespace of its own.</summary>
/// <param name="Namespace">What follows the text's own namespace, such as <c>.Inner</c>, or nothing.</param>
/// <param name="Body">The declarations. The namespace is that of the whole file, so whatever braces the body closes too many, it stays inside.</param>
internal sealed record DeclarationText(string Namespace, string Body)
{
    private const int LongestShown = 2_000;

    /// <summary>The file: the index keeps the texts of one compilation apart.</summary>
    public string Source(int index) => FormattableString.Invariant($"using LossGen;\nnamespace N{index}{Namespace};\n{Body}\n");

    public override string ToString()
    {
        string source = Source(0);
        return source.Length <= LongestShown ? source : source[..LongestShown] + FormattableString.Invariant($"… ({source.Length} characters)");
    }
}

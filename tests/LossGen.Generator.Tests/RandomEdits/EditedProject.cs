using System.Collections.Immutable;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Generator.Tests.RandomEdits;

/// <summary>Files as in an editor: each edit reparses its file incrementally, from the previous tree, and leaves the other files alone.</summary>
internal sealed class EditedProject
{
    private static readonly CSharpCompilation Empty = Compilations.Create();

    private readonly List<SyntaxTree> trees = [];
    private CSharpParseOptions options = Compilations.ParseOptions;

    public EditedProject(IEnumerable<(string Path, string Text)> files)
    {
        foreach ((string path, string text) in files)
        {
            Set(path, text);
        }
    }

    /// <summary>The compilation that an editor gives the generator.</summary>
    public CSharpCompilation Compilation { get; private set; } = Empty;

    /// <summary>The same files as read by a fresh compiler.</summary>
    public CSharpCompilation Anew() => Empty.AddSyntaxTrees(trees.Select(tree => Compilations.Parse(tree.ToString(), options, tree.FilePath)));

    public IReadOnlyList<string> Paths => [.. trees.Select(static tree => tree.FilePath)];

    public string Text(string path) => Find(path)?.ToString() ?? "";

    public ImmutableArray<string> Symbols => [.. options.PreprocessorSymbolNames];

    /// <summary>Changes a file, or adds it as the last.</summary>
    public void Set(string path, string text)
    {
        if (Find(path) is not { } old)
        {
            SyntaxTree added = Compilations.Parse(text, options, path);
            trees.Add(added);
            Compilation = Compilation.AddSyntaxTrees(added);
            return;
        }

        // With the changed span, as an editor knows it: the parser then reuses the rest of the old tree.
        SyntaxTree tree = old.WithChangedText(Changed(old.GetText(TestContext.Current.CancellationToken), text));
        trees[trees.IndexOf(old)] = tree;
        Compilation = Compilation.ReplaceSyntaxTree(old, tree);
    }

    public void Remove(string path)
    {
        if (Find(path) is { } tree)
        {
            trees.Remove(tree);
            Compilation = Compilation.RemoveSyntaxTrees(tree);
        }
    }

    /// <summary>Reparses all files with other preprocessor symbols.</summary>
    public void Define(IEnumerable<string> symbols)
    {
        options = options.WithPreprocessorSymbols(symbols);
        for (int index = 0; index < trees.Count; index++)
        {
            trees[index] = Compilations.Parse(trees[index].ToString(), options, trees[index].FilePath);
        }

        Compilation = Empty.AddSyntaxTrees(trees);
    }

    public override string ToString() =>
        $"symbols: {string.Join(", ", Symbols)}\n" + string.Join("\n", trees.Select(static tree => $"--- {tree.FilePath}\n{tree}"));

    private SyntaxTree? Find(string path) => trees.Find(tree => tree.FilePath == path);

    private static SourceText Changed(SourceText old, string text)
    {
        string before = old.ToString();
        int start = before.AsSpan().CommonPrefixLength(text);
        int end = 0;
        while (end < Math.Min(before.Length, text.Length) - start && before[^(end + 1)] == text[^(end + 1)])
        {
            end++;
        }

        return old.WithChanges(new TextChange(TextSpan.FromBounds(start, before.Length - end), text[start..^end]));
    }
}

using Microsoft.CodeAnalysis.Text;

namespace LossGen.Mutation.Places;

/// <summary>One change of one place in the sources.</summary>
/// <param name="File">The file, relative to the repository.</param>
/// <param name="Line">The line of the place, from 1.</param>
/// <param name="Span">The text that is replaced.</param>
/// <param name="Original">That text.</param>
/// <param name="Replacement">What stands there in the mutant.</param>
internal sealed record Mutant(string File, int Line, TextSpan Span, string Original, string Replacement)
{
    /// <summary>Tells it from all other mutants of the same sources, and stays when other files change.</summary>
    public string Key => $"{File}:{Line}:{Span.Start}+{Span.Length}:{OneLine(Replacement)}";

    /// <summary>The file and the line, with both texts.</summary>
    public override string ToString() => $"{File}:{Line}: {OneLine(Original)} -> {OneLine(Replacement)}";

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

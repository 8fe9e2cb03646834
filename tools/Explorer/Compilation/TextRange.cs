using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Explorer.Compilation;

/// <summary>A place in the text: lines and columns from 1, the end exclusive.</summary>
public sealed record TextRange(int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    public static TextRange Of(Location location)
    {
        LinePositionSpan span = location.GetLineSpan().Span;
        return new TextRange(span.Start.Line + 1, span.Start.Character + 1, span.End.Line + 1, span.End.Character + 1);
    }
}

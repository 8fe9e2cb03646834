using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Generator.Tests.Support;

/// <summary>A source in which the expected places of diagnostics are marked by <c>[|</c> and <c>|]</c>.</summary>
internal sealed record MarkedSource(string Text, ImmutableArray<TextSpan> Spans)
{
    private const string Open = "[|";
    private const string Close = "|]";

    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder();
        ImmutableArray<TextSpan>.Builder spans = ImmutableArray.CreateBuilder<TextSpan>();
        int position = 0;
        for (int open = Find(Open); open >= 0; open = Find(Open))
        {
            text.Append(marked, position, open - position);
            position = open + Open.Length;
            int close = Find(Close);
            Assert.True(close >= 0, "A mark is not closed.");
            spans.Add(new TextSpan(text.Length, close - position));
            text.Append(marked, position, close - position);
            position = close + Close.Length;
        }

        text.Append(marked, position, marked.Length - position);
        return new MarkedSource(text.ToString(), spans.ToImmutable());

        int Find(string mark) => marked.IndexOf(mark, position, StringComparison.Ordinal);
    }
}

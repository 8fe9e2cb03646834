using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>One edit as in typing: characters and tokens are inserted, deleted, doubled and swapped.</summary>
/// <param name="Kind">The kind of edit.</param>
/// <param name="Position">Where, modulo the length of the text.</param>
/// <param name="Choice">What is inserted, modulo the number of choices.</param>
internal readonly record struct Mutation(int Kind, int Position, int Choice)
{
    private const int Kinds = 9;

    private static readonly string[] Tokens =
        [
            "(", ")", "[", "]", "{", "}", ",", ";", "=", ":", ".", "..", "-", "<", ">", "@", "\"", "'",
            "new", "null", "default", "partial", "class", "static", "1", "0.5", "Shape.Batch", "\"x\"", "$\"",
            "/*", "*/", "//", "\n#", "?", "!", "=>", "損", "\\u0041", "\u200D", "\u0000", "file", "ref", "in", "params", "\uD800", "record",
        ];

    public static Gen<Mutation> Any { get; } = Gen.Select(
        Gen.Int[0, Kinds - 1], Gen.Int[0, 1_000_000], Gen.Int[0, 1_000], static (kind, position, choice) => new Mutation(kind, position, choice));

    public string Apply(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        int at = Position % text.Length;
        SyntaxToken[] tokens = [.. SyntaxFactory.ParseTokens(text).Where(static token => token.Span.Length > 0)];
        SyntaxToken token = tokens.Length == 0 ? default : tokens[Position % tokens.Length];
        SyntaxToken other = tokens.Length == 0 ? default : tokens[Choice % tokens.Length];
        string inserted = Tokens[Choice % Tokens.Length];
        return Kind switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            2 => text.Insert(at, inserted),
            3 when tokens.Length > 0 => text.Remove(token.SpanStart, token.Span.Length),
            4 when tokens.Length > 0 => text.Insert(token.SpanStart, token.Text + " "),
            5 when tokens.Length > 0 => text.Insert(token.SpanStart, inserted + " "),
            6 when tokens.Length > 0 => text.Remove(token.SpanStart, token.Span.Length).Insert(token.SpanStart, inserted),
            7 when tokens.Length > 0 => text.Remove(token.SpanStart, token.Span.Length).Insert(token.SpanStart, other.Text),
            8 when Choice % 3 == 0 => text[..at],
            _ => text.Insert(at, inserted),
        };
    }
}

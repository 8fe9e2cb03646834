using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Explorer.Highlighting;

/// <summary>Writes C# as HTML in which keywords, comments, numbers and texts have classes.</summary>
internal static class CSharpMarkup
{
    public static string Write(string code)
    {
        var html = new StringBuilder();
        foreach (SyntaxToken token in SyntaxFactory.ParseTokens(code))
        {
            Write(token.LeadingTrivia, html);
            Write(token.Text, ClassOf(token), html);
            Write(token.TrailingTrivia, html);
        }

        return html.ToString();
    }

    private static void Write(SyntaxTriviaList trivia, StringBuilder html)
    {
        foreach (SyntaxTrivia each in trivia)
        {
            bool isBlank = each.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia;
            Write(each.ToFullString(), isBlank ? "" : each.IsDirective ? "directive" : "comment", html);
        }
    }

    private static void Write(string text, string kind, StringBuilder html)
    {
        string encoded = WebUtility.HtmlEncode(text);
        _ = kind.Length == 0 ? html.Append(encoded) : html.Append("<span class=\"code-").Append(kind).Append("\">").Append(encoded).Append("</span>");
    }

    private static string ClassOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "number",
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken => "text",
        _ when SyntaxFacts.IsKeywordKind(token.Kind()) || SyntaxFacts.IsContextualKeyword(token.Kind()) || token.Text is "var" or "nuint" or "partial" => "keyword",
        SyntaxKind.IdentifierToken when token.Text.Length > 1 && char.IsUpper(token.Text[0]) => "type",
        _ => "",
    };
}

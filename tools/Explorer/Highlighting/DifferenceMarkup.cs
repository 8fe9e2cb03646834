using System.Net;
using System.Text;

namespace LossGen.Explorer.Highlighting;

/// <summary>Writes the lines of a unified diff as HTML: what was added and removed has elements for it, so that it is not told by colour alone.</summary>
internal static class DifferenceMarkup
{
    public static string Write(IEnumerable<string> lines)
    {
        var html = new StringBuilder();
        foreach (string line in lines)
        {
            string encoded = WebUtility.HtmlEncode(line);
            _ = line[..Math.Min(1, line.Length)] switch
            {
                "+" => html.Append("<ins>").Append(encoded).Append("</ins>"),
                "-" => html.Append("<del>").Append(encoded).Append("</del>"),
                "@" => html.Append("<span class=\"place\">").Append(encoded).Append("</span>"),
                _ => html.Append(encoded),
            };
            html.Append('\n');
        }

        return html.ToString();
    }

    /// <summary>A text without differences.</summary>
    public static string Plain(string text) => WebUtility.HtmlEncode(text);
}

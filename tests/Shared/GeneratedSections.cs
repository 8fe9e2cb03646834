using System.Text;
using System.Text.RegularExpressions;

namespace LossGen.Tests;

/// <summary>
/// Parts of a document that come from the project itself, between <c>&lt;!-- generated: name --&gt;</c> and
/// <c>&lt;!-- end --&gt;</c>. A test regenerates and compares them; with <c>LOSSGEN_ACCEPT=1</c> it writes them.
/// </summary>
internal static partial class GeneratedSections
{
    /// <summary>Whether what was generated becomes what is expected.</summary>
    public static bool IsAcceptAsked => Environment.GetEnvironmentVariable("LOSSGEN_ACCEPT") == "1";

    /// <summary>The lines of a section.</summary>
    public static string Read(string document, string section) =>
        Section().Matches(File.ReadAllText(Path.Combine(Repository.Root, document))).Single(match => match.Groups["name"].Value == section).Groups["text"].Value;

    public static void Match(string document, Func<string, string> section) => Match(document, (name, _) => section(name));

    /// <summary>Likewise, where what is generated depends on what the document says.</summary>
    public static void Match(string document, Func<string, string, string> section)
    {
        string path = Path.Combine(Repository.Root, document);
        string text = File.ReadAllText(path);
        List<string> names = [];
        string current = Section().Replace(text, match =>
        {
            names.Add(match.Groups["name"].Value);
            return $"<!-- generated: {match.Groups["name"].Value} -->\n{section(match.Groups["name"].Value, match.Groups["text"].Value).TrimEnd('\n')}\n<!-- end -->";
        });
        Assert.NotEmpty(names);
        if (IsAcceptAsked && current != text)
        {
            File.WriteAllText(path, current, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        Assert.True(current == text, $"{document} is out of date: run the tests with LOSSGEN_ACCEPT=1 and read what changed.\n{FirstDifference(text, current)}");
    }

    /// <summary>Lines of C#, marked as such.</summary>
    public static string CSharp(string[] lines) => $"```csharp\n{string.Join('\n', lines)}\n```";

    private static string FirstDifference(string old, string current)
    {
        (string Old, string New) line = old.Split('\n').Zip(current.Split('\n')).FirstOrDefault(static pair => pair.First != pair.Second);
        return $"it says:   {line.Old}\nshould be: {line.New}";
    }

    [GeneratedRegex("<!-- generated: (?<name>[^>]+) -->\n(?<text>.*?)<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Section();
}

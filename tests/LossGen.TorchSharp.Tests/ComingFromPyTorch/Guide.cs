using System.Text.RegularExpressions;

namespace LossGen.Tests.ComingFromPyTorch;

/// <summary>The document, and the declarations that are compiled here, as text.</summary>
internal static partial class Guide
{
    private static readonly Dictionary<string, string> Sources = typeof(Guide).Assembly.GetManifestResourceNames()
        .Where(static name => name.EndsWith(".cs", StringComparison.Ordinal))
        .ToDictionary(static name => name, Read);

    /// <summary>The document.</summary>
    public static string Text { get; } = Read("coming-from-pytorch.md");

    /// <summary>The expression and the declaration of each row.</summary>
    public static IReadOnlyList<(string Torch, string Declaration)> Rows { get; } = [.. Row().Matches(Text).Select(static row => (row.Groups["torch"].Value, row.Groups["declaration"].Value))];

    /// <summary>The declaration of each class, by its name.</summary>
    public static IReadOnlyDictionary<string, string> Declarations { get; } = Sources.Values
        .SelectMany(static source => Declaration().Matches(source))
        .ToDictionary(static declared => declared.Groups["class"].Value, static declared => declared.Groups["declaration"].Value);

    /// <summary>The classes with a formula, whole.</summary>
    public static IEnumerable<string> Formulas => Sources.Values.Where(static source => source.Contains("[Formula]", StringComparison.Ordinal)).Select(static source => source[source.IndexOf("[AxisLoss", StringComparison.Ordinal)..].TrimEnd());

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Guide).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("""^\| `(?<torch>[^`]+)` \| `(?<declaration>\[[^`]+\])`""", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("""^(?<declaration>\[.+\])\npublic sealed partial class (?<class>\w+)""", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}

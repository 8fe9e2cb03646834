using System.Text;

namespace LossGen.Generator.Tests.Support;

/// <summary>One generated file, to be compared with the accepted one.</summary>
/// <param name="HintName">The name that the generator gave the file.</param>
/// <param name="Source">The file's text.</param>
internal sealed record Snapshot(string HintName, string Source)
{
    private static readonly string CurrentVersion = Attribute(typeof(LossGenerator).Assembly.GetName().Version!.ToString(3));

    // Accepted files name one version, so that none changes with the tag that numbers a build.
    private static readonly string AcceptedVersion = Attribute("0.1.0");

    /// <summary>The content of the verified file.</summary>
    public string Content => "//HintName: " + HintName + "\n" + Source.Replace(CurrentVersion, AcceptedVersion, StringComparison.Ordinal);

    /// <summary>Names the version that accepted files have.</summary>
    public static void ReplaceVersion(StringBuilder source) => source.Replace(CurrentVersion, AcceptedVersion);

    /// <summary>The part of the verified file's name that stands for this file: the hint name without the last extension.</summary>
    public string FileStem => string.Concat(Path.GetFileNameWithoutExtension(HintName).Select(static character => IsAllowed(character) ? character : '-'));

    private static string Attribute(string version) => $"GeneratedCode(\"LossGen.Generator\", \"{version}\")";

    // The same on every system, so that the names are too: characters that Windows forbids are replaced everywhere.
    private static bool IsAllowed(char character) => character >= ' ' && !"\"<>|:*?\\/".Contains(character);
}

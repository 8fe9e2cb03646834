namespace LossGen.Generator.Tests.Support;

/// <summary>One generated file, to be compared with the accepted one.</summary>
/// <param name="HintName">The name that the generator gave the file.</param>
/// <param name="Source">The file's text.</param>
internal sealed record Snapshot(string HintName, string Source)
{
    /// <summary>The content of the verified file.</summary>
    public string Content => "//HintName: " + HintName + "\n" + Source;

    /// <summary>The part of the verified file's name that stands for this file: the hint name without the last extension.</summary>
    public string FileStem => string.Concat(Path.GetFileNameWithoutExtension(HintName).Select(static character => IsAllowed(character) ? character : '-'));

    // The same on every system, so that the names are too: characters that Windows forbids are replaced everywhere.
    private static bool IsAllowed(char character) => character >= ' ' && !"\"<>|:*?\\/".Contains(character);
}

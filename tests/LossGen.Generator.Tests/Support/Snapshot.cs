namespace LossGen.Generator.Tests.Support;

/// <summary>One generated file, to be compared with what was accepted before.</summary>
/// <param name="HintName">The name that the generator gave the file.</param>
/// <param name="Source">The file's text.</param>
internal sealed record Snapshot(string HintName, string Source)
{
    /// <summary>What the verified file holds.</summary>
    public string Content => "//HintName: " + HintName + "\n" + Source;

    /// <summary>The part of the verified file's name that stands for this file: the hint name without the last extension.</summary>
    public string FileStem => string.Concat(Path.GetFileNameWithoutExtension(HintName).Select(static character => IsAllowed(character) ? character : '-'));

    // The same on every system, so that the names are: what Windows forbids is replaced everywhere.
    private static bool IsAllowed(char character) => character >= ' ' && !"\"<>|:*?\\/".Contains(character);
}

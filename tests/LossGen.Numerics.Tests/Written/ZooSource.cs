using System.Text.RegularExpressions;

namespace LossGen.Numerics.Tests.Written;

/// <summary>The files of the sample's written losses, and what tests make of their text: another element type, another attribute.</summary>
internal static partial class ZooSource
{
    private const string Attribute = "[ElementwiseLoss]";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Zoo");

    /// <summary>The classes, which are named as their files are.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Directory.EnumerateFiles(Folder, "*.cs").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>A file with its class in a namespace of its own.</summary>
    public static string Text(string name, string @namespace, bool isDouble, string attribute = Attribute)
    {
        string text = File.ReadAllText(Path.Combine(Folder, name + ".cs"));
        Assert.Contains(Attribute, text, StringComparison.Ordinal);
        text = "using System;\n" + NamespaceLine().Replace(text, $"namespace {@namespace};").Replace(Attribute, attribute, StringComparison.Ordinal);
        return isDouble ? SingleLiteral().Replace(SingleType().Replace(SingleFunctions().Replace(text, "Math"), "double"), "$1") : text;
    }

    [GeneratedRegex(@"^namespace .*;$", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"\bfloat\b")]
    private static partial Regex SingleType();

    [GeneratedRegex(@"\bMathF\b")]
    private static partial Regex SingleFunctions();

    [GeneratedRegex(@"\b([0-9.]+)f\b")]
    private static partial Regex SingleLiteral();
}

using System.Text.RegularExpressions;

namespace LossGen.Numerics.Tests.Custom;

/// <summary>The files of the sample's custom losses, and the variants that tests derive from their text: another element type, another attribute.</summary>
internal static partial class ZooSource
{
    private const string Attribute = "[ElementwiseLoss]";
    private const string AttributeOverClasses = "[ClassAxisLoss(Shape.Batch, 10)]";

    private const string AttributeAlongAxis = "[AxisLoss(Shape.Batch, 10)]";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Zoo");

    /// <summary>The classes, which are named after their files.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Directory.EnumerateFiles(Folder, "*.cs").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>A file with its class in its own namespace.</summary>
    public static string Text(string name, string @namespace, bool isDouble, string attribute = Attribute) => Text(name + ".cs", @namespace, isDouble, Attribute, attribute);

    /// <summary>A file of a loss over classes.</summary>
    public static string TextOverClasses(string name, string @namespace, bool isDouble, string attribute) =>
        Text(Path.Combine("OverClasses", name + ".cs"), @namespace, isDouble, AttributeOverClasses, attribute);

    /// <summary>A file of a loss along an axis.</summary>
    public static string TextAlongAxis(string name, string @namespace, bool isDouble, string attribute) =>
        Text(Path.Combine("AlongAxis", name + ".cs"), @namespace, isDouble, AttributeAlongAxis, attribute);

    /// <summary>The losses along an axis.</summary>
    public static IReadOnlyList<string> NamesAlongAxis { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "AlongAxis"), "*.cs").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>The losses over classes.</summary>
    public static IReadOnlyList<string> NamesOverClasses { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "OverClasses"), "*.cs").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>A text in float, in double.</summary>
    public static string InDouble(string text) => SingleLiteral().Replace(SingleType().Replace(SingleFunctions().Replace(text, "Math"), "double"), "$1d");

    private static string Text(string file, string @namespace, bool isDouble, string declared, string attribute)
    {
        string text = File.ReadAllText(Path.Combine(Folder, file));
        Assert.Contains(declared, text, StringComparison.Ordinal);
        text = "using System;\n" + NamespaceLine().Replace(text, $"namespace {@namespace};").Replace(declared, attribute, StringComparison.Ordinal);
        return isDouble ? InDouble(text) : text;
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

using System.Text.RegularExpressions;

namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>What a parameter of a formula along an axis is.</summary>
internal enum AxisParameterKind
{
    /// <summary>An input with elements.</summary>
    Elements,

    /// <summary>An input with a number for each location.</summary>
    Number,

    /// <summary>An input with a class for each location.</summary>
    Label,

    /// <summary>A number that the constructor takes.</summary>
    Scalar,

    /// <summary>Numbers, one per class, that the constructor takes.</summary>
    PerClass,
}

/// <summary>A parameter of a formula along an axis, read from the text of its method.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Kind">What it is.</param>
/// <param name="HasGradient">Whether there is a gradient by it.</param>
/// <param name="Default">Its default value as written; empty for none.</param>
internal sealed partial record AxisParameter(string Name, string Type, AxisParameterKind Kind, bool HasGradient, string Default)
{
    /// <summary>Whether its numbers are of the type of the loss.</summary>
    public bool IsOfLoss => Number == "float";

    /// <summary>The type of its numbers.</summary>
    private string Number => Type.Replace("ReadOnlySpan<", "", StringComparison.Ordinal).TrimEnd('>');

    /// <summary>Numbers of the loss's type as those of its own: integers from 0 to 8, and truth.</summary>
    public string Converted(string numbers) => IsOfLoss ? numbers : $"System.Array.ConvertAll({numbers}, static number => {OfNumber("number")})";

    /// <summary>One number of the loss's type as one of its own.</summary>
    public string OfNumber(string number) => Number switch
    {
        "float" => number,
        "bool" => $"{number} > 0",
        "double" => $"(double){number}",
        _ => $"({Number})System.Math.Min(8, System.Math.Abs(3 * {number}))",
    };

    /// <summary>The parameters of the method <c>Value</c>.</summary>
    public static IReadOnlyList<AxisParameter> In(string text) => [.. Declared().Matches(Signature(text)).Select(static match => Of(match.Groups["marks"].Value, match.Groups["type"].Value, match.Groups["name"].Value, match.Groups["default"].Value))];

    public bool IsInput => Kind is AxisParameterKind.Elements or AxisParameterKind.Number or AxisParameterKind.Label;

    private static AxisParameter Of(string marks, string type, string name, string @default)
    {
        bool isConstructed = marks.Contains("Parameter", StringComparison.Ordinal);
        AxisParameterKind kind = type.StartsWith("ReadOnlySpan", StringComparison.Ordinal) ? (isConstructed ? AxisParameterKind.PerClass : AxisParameterKind.Elements)
            : isConstructed ? AxisParameterKind.Scalar
            : type is "float" or "double" or "bool" ? AxisParameterKind.Number
            : AxisParameterKind.Label;
        return new AxisParameter(name, type, kind, kind is AxisParameterKind.Elements or AxisParameterKind.Number && !marks.Contains("NoGradient", StringComparison.Ordinal) && type is "float" or "ReadOnlySpan<float>", @default);
    }

    private static string Signature(string text)
    {
        int start = text.IndexOf(" Value(", text.IndexOf("[Formula]", StringComparison.Ordinal), StringComparison.Ordinal) + " Value".Length;
        int depth = 0;
        for (int end = start; ; end++)
        {
            depth += text[end] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return text[start..end];
            }
        }
    }

    [GeneratedRegex(@"(?<marks>(\[[^\]]*\]\s*)*)(?<type>ReadOnlySpan<\w+>|float|double|bool|int|byte|ushort|long|sbyte|short|uint) (?<name>\w+)(\s*=\s*(?<default>[-0-9.e]+f?))?\s*(,|$)")]
    private static partial Regex Declared();
}

using System.Globalization;
using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emit;

/// <summary>Writes every number in generated code, in full precision and the invariant culture.</summary>
internal static class Literals
{
    public static string Of(double value, ScalarType type) => type switch
    {
        ScalarType.Single when (float)value is var single => Floating(single, ExactDouble.ShortestSingle(single), "float") + (IsFinite(single) ? "f" : ""),
        ScalarType.Double => Double(value),
        ScalarType.Int64 => ((long)value).ToString(CultureInfo.InvariantCulture) + "L",
        ScalarType.Boolean => Truth(value != 0),
        _ => ((long)value).ToString(CultureInfo.InvariantCulture),
    };

    public static string Double(double value)
    {
        string text = Floating(value, ExactDouble.Shortest(value), "double");
        return text.All(static c => char.IsDigit(c) || c == '-') ? text + ".0" : text;
    }

    public static string Truth(bool value) => value ? "true" : "false";

    public static string Integer(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A string literal of plain text.</summary>
    public static string Text(string value) => "\"" + value.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    private static string Floating(double value, string digits, string type) => value switch
    {
        double.PositiveInfinity => type + ".PositiveInfinity",
        double.NegativeInfinity => type + ".NegativeInfinity",
        _ when double.IsNaN(value) => type + ".NaN",
        _ => digits,
    };

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}

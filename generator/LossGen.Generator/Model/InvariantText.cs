using System.Globalization;

namespace LossGen.Generator.Model;

/// <summary>Numbers and words as names, notes and messages show them, the same in every culture.</summary>
internal static class InvariantText
{
    /// <summary>An integer in digits, without groups.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A text that begins with a capital.</summary>
    public static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);

    /// <summary>A text that begins with a small letter.</summary>
    public static string Small(string text) => char.ToLowerInvariant(text[0]) + text.Substring(1);
}

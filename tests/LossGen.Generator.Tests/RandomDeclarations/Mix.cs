using System.Text;

namespace LossGen.Generator.Tests.RandomDeclarations;

/// <summary>The number of texts of each kind, for the test's output.</summary>
internal static class Mix
{
    // The compiler has some two hundred ids for invalid C#.
    private const int MostNamed = 30;

    public static string Describe(IReadOnlyList<TextOutcome> outcomes)
    {
        var text = new StringBuilder();
        foreach (TextKind kind in Enum.GetValues<TextKind>())
        {
            int count = outcomes.Count(outcome => outcome.Kind == kind);
            text.AppendLine(FormattableString.Invariant($"{count,6} {kind} ({100.0 * count / outcomes.Count:F0} %)"));
        }

        text.AppendLine("generated:  " + Counts(outcomes.SelectMany(static outcome => outcome.Losses)));
        text.AppendLine("refused by: " + Counts(outcomes.Where(static outcome => outcome.Kind == TextKind.Refused).SelectMany(static outcome => outcome.Ids)));
        text.AppendLine("no C# by:   " + Counts(outcomes.Where(static outcome => outcome.Kind == TextKind.NotCSharp).SelectMany(static outcome => outcome.Ids)));
        return text.ToString();
    }

    private static string Counts(IEnumerable<string> names) => string.Join(", ", names.CountBy(static name => name)
        .OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal)
        .Take(MostNamed)
        .Select(static pair => FormattableString.Invariant($"{pair.Key} {pair.Value}")));
}

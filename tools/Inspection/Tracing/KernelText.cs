using System.Globalization;
using LossGen.Generator.Kernel;

namespace LossGen.Inspection.Tracing;

/// <summary>A kernel as text: its notes so far, then its dump.</summary>
internal static class KernelText
{
    public static string Of(LossKernel kernel) => (string.Concat(Notes(kernel).Select(static note => $"// {note.Name,-9} {note.Text}\n")) + kernel).TrimEnd('\n');

    /// <summary>The lines of a text, without an empty one at its end.</summary>
    public static string[] LinesOf(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>The expressions, each with all that it is made of.</summary>
    public static int CountNodes(LossKernel kernel) => kernel.Body.AllExpressions().Sum(static expr => expr.PostOrder().Count);

    /// <summary>The statements, including those of loops.</summary>
    public static int CountStatements(LossKernel kernel) => kernel.Body.AllStatements().Count;

    private static IEnumerable<(string Name, string Text)> Notes(LossKernel kernel)
    {
        KernelNotes notes = kernel.Notes;
        IEnumerable<(string Name, string Text)> all =
        [
            ("formula", notes.Formula),
            .. notes.Definitions.Select(static definition => ("where", definition)),
            ("weights", notes.Weights),
            .. notes.Derivatives.Select(static derivative => ("gradient", derivative)),
            ("schedule", notes.Schedule.Length > 0 ? notes.Schedule : kernel.Schedule?.Description ?? ""),
            ("lanes", kernel.Schedule is { } schedule ? Lanes(schedule) : ""),
            ("unroll", notes.Unroll),
            ("tail", notes.Tail),
        ];
        return all.Where(static note => note.Text.Length > 0);
    }

    private static string Lanes(Schedule schedule) => string.Create(
        CultureInfo.InvariantCulture,
        $"{schedule.Lanes}, at most {schedule.WidestLanes}, of {schedule.VectorLoop?.ToString().ToLowerInvariant() ?? "no loop over classes or locations"}; up to {schedule.MostPerStep} vectors a step{(schedule.GroupSize is { } group ? $"; {group} locations together{(schedule.HasTiles ? " in a tile" : "")}" : "")}");
}

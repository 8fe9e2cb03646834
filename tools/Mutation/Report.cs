using System.Globalization;
using LossGen.Mutation.Places;
using LossGen.Mutation.Running;
using Spectre.Console;

namespace LossGen.Mutation;

/// <summary>Prints the figures of each area and the mutants that no test noticed.</summary>
internal static class Report
{
    public static void Print(IReadOnlyList<AreaResult> results)
    {
        var table = new Table().AddColumns("area", "mutants", "compiled", "killed", "timed out", "survived", "score");
        foreach (AreaResult result in results)
        {
            AddRow(result.Area.Name, [result]);
        }

        AddRow("all", results);
        AnsiConsole.Write(table);
        foreach (Mutant survivor in results.SelectMany(static result => result.Survivors).OrderBy(static survivor => survivor.File, StringComparer.Ordinal).ThenBy(static survivor => survivor.Line))
        {
            AnsiConsole.WriteLine(survivor.ToString());
        }

        void AddRow(string name, IReadOnlyList<AreaResult> parts)
        {
            int compiled = parts.Sum(static part => part.Compiled);
            int survived = Sum(Outcome.Survived);
            string score = compiled == 0 ? string.Empty : (1 - ((double)survived / compiled)).ToString("P1", CultureInfo.InvariantCulture);
            table.AddRow(
                [name, .. ((int[])[parts.Sum(static part => part.Tried.Count), compiled, Sum(Outcome.Killed), Sum(Outcome.TimedOut), survived]).Select(static count => count.ToString(CultureInfo.InvariantCulture)), score]);

            int Sum(Outcome outcome) => parts.Sum(part => part.Of(outcome));
        }
    }
}

using System.Globalization;
using Spectre.Console;

namespace LossZoo;

/// <summary>Prints the rows of a loss under its name and formula.</summary>
public static class LossTable
{
    // A float has about seven digits; the last one depends on the order of a sum.
    private const string Digits = "G6";

    private static readonly string[] s_gradients = ["|∂x|", "|∂y|", "|∂z|"];

    /// <summary>Prints one row per declaration.</summary>
    /// <returns>The number of rows.</returns>
    public static int Write(string name, string formula, IReadOnlyList<LossRow> rows)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLineInterpolated($"[bold]{name}[/]  {formula}");

        Table table = new Table().Border(TableBorder.Rounded).AddColumns("Declaration", "Shape", "Options");
        foreach (string heading in (string[])["N", "Value", .. s_gradients.Take(rows.Max(static row => row.GradientNorms.Count))])
        {
            table.AddColumn(heading, static column => column.RightAligned().NoWrap());
        }

        foreach (LossRow row in rows)
        {
            Declaration loss = row.Declaration;
            double[] numbers = [row.Samples, row.Value, .. row.GradientNorms];
            table.AddRow([
                new Text(loss.Name),
                new Text(loss.Shape),
                new Text(loss.Options),
                .. numbers.Select(static number => new Text(number.ToString(Digits, CultureInfo.InvariantCulture)))]);
        }

        AnsiConsole.Write(table);
        return rows.Count;
    }
}

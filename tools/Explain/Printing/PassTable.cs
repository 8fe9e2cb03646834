using System.Globalization;
using LossGen.Inspection.Tracing;
using Spectre.Console;

namespace LossGen.Explain.Printing;

/// <summary>Writes one row per pass: what it cost, and what became of the kernel.</summary>
internal static class PassTable
{
    public static void Write(IReadOnlyList<TraceStep> steps, Page page)
    {
        Table table = new Table().Border(TableBorder.Rounded);
        AddNumbers(table, "");
        table.AddColumns("Pass", "Phase");
        AddNumbers(table, "ms", "Nodes", "Statements");
        table.AddColumn("Changed");
        foreach (TraceStep step in steps)
        {
            string[] row =
            [
                Number(step.Number),
                step.Name,
                step.Phase,
                Milliseconds(step.Time),
                Number(KernelText.CountNodes(step.After)),
                Number(KernelText.CountStatements(step.After)),
                step.IsVisible ? "yes" : step.IsChanged ? "not shown" : "no",
            ];
            table.AddRow([.. row.Select(cell => new Text(cell, step.IsVisible ? Style.Plain : Color.Grey))]);
        }

        table.Columns[1].Footer(steps.Count == 1 ? "1 pass" : $"{Number(steps.Count)} passes");
        table.Columns[3].Footer(Milliseconds(steps.Aggregate(TimeSpan.Zero, static (sum, step) => sum + step.Time)));
        page.Line();
        page.Write(table);
    }

    public static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0.000", CultureInfo.InvariantCulture);

    private static void AddNumbers(Table table, params ReadOnlySpan<string> headings)
    {
        foreach (string heading in headings)
        {
            table.AddColumn(heading, static column => column.RightAligned().NoWrap());
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

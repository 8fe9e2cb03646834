using LossGen.Generator.Kernel;
using LossGen.Inspection.Tracing;
using Spectre.Console;

namespace LossGen.Explain.Printing;

/// <summary>Writes what each pass did to a kernel.</summary>
internal static class TraceWriter
{
    private static readonly Style s_added = Color.Green;
    private static readonly Style s_removed = Color.Red;
    private static readonly Style s_place = Color.Aqua;

    /// <summary>Writes some of the passes of a trace: the kernel before the first, the kernel after each, and a table.</summary>
    /// <param name="steps">The passes.</param>
    /// <param name="start">The kernel before the first.</param>
    /// <param name="isDiff">Whether a kernel is written as the difference from the previous one, rather than whole.</param>
    /// <param name="page">Where to write.</param>
    public static void Write(IReadOnlyList<TraceStep> steps, LossKernel start, bool isDiff, Page page)
    {
        page.Markup($"[bold]{(steps is [{ Number: > 1 } first, ..] ? $"before {first.Number} {first.Name}" : "as built")}[/]");
        page.Line();
        Lines(KernelText.Of(start), page);
        foreach (TraceStep step in steps)
        {
            Write(step, isDiff, page);
        }

        PassTable.Write(steps, page);
    }

    private static void Write(TraceStep step, bool isDiff, Page page)
    {
        page.Line();
        page.Markup($"[bold]{step.Number} {step.Name}[/]  [grey]{step.Phase}, {PassTable.Milliseconds(step.Time)} ms, nodes {KernelText.CountNodes(step.Before)} -> {KernelText.CountNodes(step.After)}[/]");
        page.Line(step.Summary, new Style(decoration: Decoration.Italic));
        if (!step.IsVisible)
        {
            page.Line(step.IsChanged ? "unchanged except for what is not shown" : "unchanged", Color.Grey);
            return;
        }

        page.Line();
        if (isDiff)
        {
            Difference(step, page);
        }
        else
        {
            Lines(KernelText.Of(step.After), page);
        }
    }

    private static void Difference(TraceStep step, Page page)
    {
        foreach (string line in step.Difference())
        {
            page.Line(line, line[..1] switch
            {
                "+" => s_added,
                "-" => s_removed,
                "@" => s_place,
                _ => Style.Plain,
            });
        }
    }

    private static void Lines(string text, Page page)
    {
        foreach (string line in KernelText.LinesOf(text))
        {
            page.Line(line);
        }
    }
}

using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Reports;
using LossGen.Benchmarks.Workloads;
using Spectre.Console;

namespace LossGen.Benchmarks.Quick;

/// <summary>Measures every workload within a minute and reports.</summary>
public static class QuickCommand
{
    private const int Failed = 1;

    /// <summary>Runs it.</summary>
    /// <param name="markdown">Where to write the report too; null for nowhere.</param>
    /// <returns>The exit code: 1 where contenders disagree or the file cannot be written, which is said in one line.</returns>
    public static int Run(FileInfo? markdown)
    {
        // Not in the way of a report that goes to a file.
        IAnsiConsole progress = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        try
        {
            QuickReport report = progress.Status().Start("copying memory", static status => Measure(name => status.Status(name)));
            ConsoleTable.Write(report);
            if (markdown is not null)
            {
                using StreamWriter writer = markdown.CreateText();
                MarkdownTable.Write(report, writer);
            }

            return 0;
        }
        catch (Exception exception) when (exception is DisagreementException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(exception.Message);
            return Failed;
        }
    }

    private static QuickReport Measure(Action<string> announce)
    {
        CopyBandwidth bandwidth = CopyBandwidth.Measure();
        announce("the check of labels");
        LabelCheck labels = LabelCheck.Measure();
        var measurements = new List<Measurement>();
        foreach (Workload workload in WorkloadCatalog.All)
        {
            announce(workload.ToString());
            measurements.AddRange(QuickRunner.Measure(workload));
        }

        return new QuickReport(measurements, bandwidth, labels);
    }
}

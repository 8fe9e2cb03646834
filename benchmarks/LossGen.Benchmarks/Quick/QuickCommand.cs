using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Reports;
using LossGen.Benchmarks.Workloads;
using Spectre.Console;

namespace LossGen.Benchmarks.Quick;

/// <summary>Measures every workload within three minutes and reports.</summary>
public static class QuickCommand
{
    private const int Failed = 1;

    /// <summary>Runs it.</summary>
    /// <param name="filter">A part of the names of the workloads to measure; null for all.</param>
    /// <param name="output">Where to write the report too.</param>
    /// <returns>The exit code: 1 where contenders disagree or a file cannot be written, which is said in one line.</returns>
    public static int Run(string? filter, DirectoryInfo output)
    {
        Workload[] workloads =
            [.. WorkloadCatalog.All.Where(workload => filter is null || workload.ToString().Contains(filter, StringComparison.OrdinalIgnoreCase))];
        if (workloads.Length == 0)
        {
            return Fail($"No workload's name contains '{filter}'.");
        }

        // Not in the way of a report that goes to a file.
        IAnsiConsole progress = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        try
        {
            output.Create();
            QuickReport report = progress.Status().Start("copying memory", status => Measure(workloads, name => status.Status(name)));
            ConsoleTable.Write(report);
            foreach (string file in ReportFiles.Write(report, output))
            {
                AnsiConsole.WriteLine(file);
            }

            return 0;
        }
        catch (Exception exception) when (exception is DisagreementException or IOException or UnauthorizedAccessException)
        {
            return Fail(exception.Message);
        }
    }

    private static QuickReport Measure(Workload[] workloads, Action<string> announce)
    {
        CopyBandwidth bandwidth = CopyBandwidth.Measure();
        ArithmeticPeak peak = ArithmeticPeak.Measure();
        announce("compiling C++");
        foreach (IContender contender in ContenderCatalog.All)
        {
            contender.Announce(workloads);
        }

        announce("the check of labels");
        LabelCheck labels = LabelCheck.Measure();
        var rows = new List<Row>();
        foreach (Workload workload in workloads)
        {
            announce($"{rows.Count + 1} of {workloads.Length}: {workload}");
            rows.Add(QuickRunner.Measure(workload));
        }

        return new QuickReport(rows, bandwidth, peak, labels);
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return Failed;
    }
}

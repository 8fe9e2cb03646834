using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Custom;
using LossGen.Benchmarks.Custom.AlongAxis;
using LossGen.Benchmarks.MachineCode;
using LossGen.Benchmarks.Modules;
using LossGen.Benchmarks.Options;
using LossGen.Benchmarks.Reports;
using LossGen.Benchmarks.Workloads;
using Spectre.Console;

namespace LossGen.Benchmarks.Quick;

/// <summary>Measures every workload within four minutes and reports.</summary>
public static class QuickCommand
{
    private const int Failed = 1;

    /// <summary>Runs it.</summary>
    /// <param name="filter">A part of the names of the workloads to measure; null for all.</param>
    /// <param name="output">Where to write the report, in addition to the console.</param>
    /// <returns>The exit code: 1 if contenders disagree or a file cannot be written, which is reported in one line.</returns>
    public static int Run(string? filter, DirectoryInfo output)
    {
        Workload[] workloads = [.. WorkloadCatalog.All.Where(workload => IsWanted(workload.ToString(), filter))];
        ElementwiseLoss[] written = [.. CustomCatalog.All.Where(loss => IsWanted(loss.ToString(), filter))];
        AxisLoss[] alongAxis = [.. AxisCatalog.All.Where(loss => IsWanted(loss.ToString(), filter))];

        // A minute more: only by name.
        OptionLoss[] options = [.. OptionCatalog.All.Where(loss => filter is not null && IsWanted(loss.ToString(), filter))];
        ModuleWorkload[] modules = [.. ModuleWorkload.All.Where(workload => filter is not null && IsWanted(workload.ToString(), filter))];
        int others = workloads.Length + written.Length + alongAxis.Length + options.Length;
        if (modules.Length > 0 && ModuleRunner.Absence is string absence)
        {
            if (others == 0)
            {
                return Fail(absence);
            }

            modules = [];
        }

        if (others + modules.Length == 0)
        {
            return Fail($"No workload's name contains '{filter}'.");
        }

        // Kept out of a report that goes to a file.
        IAnsiConsole progress = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        try
        {
            output.Create();
            QuickReport report = progress.Status().Start("copying memory", status => Measure(workloads, written, alongAxis, options, modules, name => status.Status(name)));
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

    private static QuickReport Measure(Workload[] workloads, ElementwiseLoss[] written, AxisLoss[] alongAxis, OptionLoss[] options, ModuleWorkload[] modules, Action<string> announce)
    {
        CopyBandwidth bandwidth = CopyBandwidth.Measure();
        ArithmeticPeak peak = ArithmeticPeak.Measure();
        announce("the machine code");
        IReadOnlyList<KernelLoop> loops = KernelListing.LoopsOf([.. workloads.Where(static workload => workload.IsCountedInSlots)]);
        announce("compiling C++");
        foreach (IContender contender in ContenderCatalog.All)
        {
            contender.Announce(workloads);
            (contender as ICustomContender)?.Announce([.. written, .. alongAxis]);
        }

        announce("the check of labels");
        LabelCheck labels = LabelCheck.Measure();
        int announced = 0;
        void AnnounceNext(object row) => announce($"{++announced} of {workloads.Length + written.Length + alongAxis.Length + options.Length + modules.Length}: {row}");
        var rows = new List<Row>();
        foreach (Workload workload in workloads)
        {
            AnnounceNext(workload);
            rows.Add(QuickRunner.Measure(workload));
        }

        var writtenRows = new List<ElementwiseRow>();
        foreach (ElementwiseLoss loss in written)
        {
            AnnounceNext(loss);
            writtenRows.Add(CustomRunner.Measure(loss));
        }

        var axisRows = new List<CustomRow>();
        foreach (AxisLoss loss in alongAxis)
        {
            AnnounceNext(loss);
            axisRows.Add(CustomRunner.Measure(loss));
        }

        var optionRows = new List<OptionRow>();
        foreach (OptionLoss loss in options)
        {
            AnnounceNext(loss);
            optionRows.Add(OptionRunner.Measure(loss));
        }

        var moduleRows = new List<ModuleRow>();
        foreach (ModuleWorkload workload in modules)
        {
            AnnounceNext(workload);
            moduleRows.Add(ModuleRunner.Measure(workload));
        }

        return new QuickReport(rows, writtenRows, axisRows, optionRows, moduleRows, loops, bandwidth, peak, labels);
    }

    private static bool IsWanted(string name, string? filter) => filter is null || name.Contains(filter, StringComparison.OrdinalIgnoreCase);

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return Failed;
    }
}

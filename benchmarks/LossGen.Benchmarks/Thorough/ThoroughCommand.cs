using BenchmarkDotNet.Configs;
using BenchmarkDotNet.ConsoleArguments;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Thorough;

/// <summary>Measures with BenchmarkDotNet.</summary>
public static class ThoroughCommand
{
    private const int Failed = 1;
    private const int BadArgument = 2;

    // Names of workloads are not truncated.
    private const int WidestParameter = 60;

    /// <summary>Runs it.</summary>
    /// <param name="args">The arguments of BenchmarkDotNet; without a filter everything is measured.</param>
    /// <returns>The exit code: 1 if a benchmark failed, 2 for a bad argument, which is named in one line.</returns>
    public static int Run(string[] args)
    {
        var messages = new LogCapture();
        if (!ConfigParser.Parse(args, messages).isSuccess)
        {
            // The parser reports the error below a heading, followed by every option that exists.
            string[] lines = [.. messages.CapturedOutput.SelectMany(static output => output.Text.Split('\n')).Select(static line => line.Trim())];
            string? error = lines.SkipWhile(static line => line != "ERROR(S):").Skip(1).FirstOrDefault(static line => line.Length > 0);
            Console.Error.WriteLine(error ?? string.Join(Environment.NewLine, lines));
            return BadArgument;
        }

        // Restores what a Release build needs, for whatever job the arguments name.
        Job restoringForRelease = Job.Default.WithArguments([new MsBuildArgument("/p:Configuration=Release")]).AsMutator();
        IConfig config = DefaultConfig.Instance
            .AddJob(restoringForRelease)
            .AddFilter(new SimpleFilter(IsPossible))
            .AddColumn(new NanosecondsPerElementColumn())
            .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(WidestParameter));
        Summary? summary = BenchmarkRunner.Run<LossBenchmarks>(config, args);
        return summary is null or { HasCriticalValidationErrors: true } || summary.Reports.Any(static report => !report.Success) ? Failed : 0;
    }

    private static bool IsPossible(BenchmarkCase benchmark) =>
        benchmark.Parameters[nameof(LossBenchmarks.Workload)] is Workload workload
        && benchmark.Parameters[nameof(LossBenchmarks.Contender)] is IContender contender
        && ContenderCatalog.For(workload).Contains(contender);
}

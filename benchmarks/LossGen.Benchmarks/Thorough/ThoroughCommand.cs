using BenchmarkDotNet.Configs;
using BenchmarkDotNet.ConsoleArguments;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace LossGen.Benchmarks.Thorough;

/// <summary>Measures with BenchmarkDotNet.</summary>
public static class ThoroughCommand
{
    private const int Failed = 1;
    private const int BadArgument = 2;

    // No name of a workload is cut short.
    private const int WidestParameter = 60;

    /// <summary>Runs it.</summary>
    /// <param name="args">The arguments of BenchmarkDotNet; without a filter everything is measured.</param>
    /// <returns>The exit code: 1 where a benchmark failed, 2 for a bad argument, which is named in one line.</returns>
    public static int Run(string[] args)
    {
        var messages = new LogCapture();
        if (!ConfigParser.Parse(args, messages).isSuccess)
        {
            // Below a heading of its own, the parser names what is wrong; what follows is every option there is.
            string[] lines = [.. messages.CapturedOutput.SelectMany(static output => output.Text.Split('\n')).Select(static line => line.Trim())];
            string? error = lines.SkipWhile(static line => line != "ERROR(S):").Skip(1).FirstOrDefault(static line => line.Length > 0);
            Console.Error.WriteLine(error ?? string.Join(Environment.NewLine, lines));
            return BadArgument;
        }

        IConfig config = DefaultConfig.Instance
            .AddColumn(new NanosecondsPerElementColumn())
            .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(WidestParameter));
        Summary? summary = BenchmarkRunner.Run<LossBenchmarks>(config, args);
        return summary is null or { HasCriticalValidationErrors: true } || summary.Reports.Any(static report => !report.Success) ? Failed : 0;
    }
}

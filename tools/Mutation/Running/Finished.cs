using System.Diagnostics;

namespace LossGen.Mutation.Running;

/// <summary>A process that has ended.</summary>
/// <param name="ExitCode">Its exit code; null if it was ended because it took too long.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Seconds">The processor time that it took.</param>
internal sealed record Finished(int? ExitCode, string Output, double Seconds)
{
    // A process that waits for ever takes no processor time; one on a busy machine takes some.
    private const double LeastSeconds = 0.2;
    private static readonly TimeSpan Waiting = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    // The limit is processor time, in seconds: on a busy machine, time on the clock says little.
    public static Finished Of(string program, IEnumerable<string> arguments, string folder, double limit = double.PositiveInfinity, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach ((string name, string value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        var clock = Stopwatch.StartNew();
        double seconds = 0;
        double secondsBefore = 0;
        bool isEnded = false;
        while (!process.WaitForExit(Interval))
        {
            seconds = ProcessorSeconds(process, seconds);
            if (seconds > secondsBefore + LeastSeconds)
            {
                secondsBefore = seconds;
                clock.Restart();
            }

            if (seconds > limit || (limit < double.PositiveInfinity && clock.Elapsed > Waiting))
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
                isEnded = true;
                break;
            }
        }

        return new Finished(isEnded ? null : process.ExitCode, output.Result, seconds);
    }

    private static double ProcessorSeconds(Process process, double last)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
        catch (InvalidOperationException)
        {
            // It has ended in the meantime.
            return last;
        }
    }
}

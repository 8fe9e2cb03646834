using LossGen.Explain;
using LossGen.Tests;

namespace LossGen.Generator.Tests.Explain;

/// <summary>The result of the program for a command line.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record ExplainRun(int ExitCode, string Output, string Error)
{
    public static ExplainRun Of(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int exitCode = CommandLine.Run(args, output, error, hasColours: false);
        return new ExplainRun(exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>The output of a run that has nothing to complain about.</summary>
    public static string OutputOf(params string[] args)
    {
        ExplainRun run = Of(args);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output;
    }

    /// <summary>A formula file of the samples.</summary>
    public static string Custom(params string[] path) => Path.Combine([Repository.Root, "samples", "LossZoo", "Custom", .. path]) + ".cs";
}

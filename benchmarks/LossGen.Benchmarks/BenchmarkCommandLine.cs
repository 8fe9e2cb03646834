using System.CommandLine;
using System.CommandLine.Parsing;

namespace LossGen.Benchmarks;

/// <summary>The options of the program.</summary>
public static class BenchmarkCommandLine
{
    private const int BadArgument = 2;
    private const string DefaultOutput = "artifacts/benchmarks";

    /// <summary>Runs the quick mode if given, and otherwise BenchmarkDotNet with all arguments.</summary>
    /// <returns>The exit code: 2 for a bad argument, which is named in one line; otherwise that of the mode that ran.</returns>
    public static int Run(string[] args, Func<string?, DirectoryInfo, int> quick, Func<string[], int> thorough)
    {
        Option<bool> isQuick = new("--quick") { Description = "Measures everything within four minutes, in this process." };
        Option<string?> filter = new("--filter") { Description = "Measures only the workloads whose names contain this; some are measured only so: options, torchsharp.", HelpName = "text" };
        Option<DirectoryInfo?> output = NewFolder("--output", $"Where the quick mode writes its table and plots; {DefaultOutput} unless given.");
        var command = new RootCommand(
            "Compares generated losses with other ways to compute them. Without --quick, BenchmarkDotNet measures, and takes every argument: --filter, --job, --list, --disasm and so on.")
        {
            isQuick, filter, output,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.Validators.Add(result =>
        {
            if (!result.GetValue(isQuick) && result.GetResult(output) is not null)
            {
                result.AddError("--output needs --quick.");
            }
        });
        command.SetAction(result => result.GetValue(isQuick)
            ? quick(result.GetValue(filter), result.GetValue(output) ?? new DirectoryInfo(DefaultOutput))
            : thorough(args));

        ParseResult parsed = command.Parse(args);
        if (parsed.Errors is [ParseError error, ..])
        {
            return Refuse(error.Message);
        }

        if (parsed.GetValue(isQuick) && parsed.UnmatchedTokens is [string unknown, ..])
        {
            return Refuse($"--quick does not take '{unknown}'.");
        }

        return parsed.Invoke();
    }

    // Checked before minutes of measuring, not after them.
    private static Option<DirectoryInfo?> NewFolder(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "folder",
            CustomParser = argument =>
            {
                string path = argument.Tokens[0].Value;
                if (string.IsNullOrWhiteSpace(path) || File.Exists(path))
                {
                    argument.AddError($"{name} takes a folder, not '{path}'.");
                    return null;
                }

                return new DirectoryInfo(path);
            },
        };

    private static int Refuse(string message)
    {
        Console.Error.WriteLine(message.ReplaceLineEndings(" "));
        return BadArgument;
    }
}

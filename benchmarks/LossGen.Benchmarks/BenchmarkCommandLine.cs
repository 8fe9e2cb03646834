using System.CommandLine;
using System.CommandLine.Parsing;

namespace LossGen.Benchmarks;

/// <summary>The options of the program.</summary>
public static class BenchmarkCommandLine
{
    private const int BadArgument = 2;

    /// <summary>Runs the quick mode where it is asked for, and otherwise BenchmarkDotNet with all arguments.</summary>
    /// <returns>The exit code: 2 for a bad argument, which is named in one line; otherwise that of what was run.</returns>
    public static int Run(string[] args, Func<FileInfo?, int> quick, Func<string[], int> thorough)
    {
        Option<bool> isQuick = new("--quick") { Description = "Measures everything within a minute, in this process." };
        Option<FileInfo?> markdown = NewFile("--markdown", "Writes the table of the quick mode to a file as well.");
        var command = new RootCommand(
            "Compares generated losses with other ways to compute them. Without --quick, BenchmarkDotNet measures, and takes every argument: --filter, --job, --list, --disasm and so on.")
        {
            isQuick, markdown,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.Validators.Add(result =>
        {
            if (!result.GetValue(isQuick) && result.GetResult(markdown) is not null)
            {
                result.AddError("--markdown needs --quick.");
            }
        });
        command.SetAction(result => result.GetValue(isQuick) ? quick(result.GetValue(markdown)) : thorough([.. result.UnmatchedTokens]));

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

    // Whether it can be written is found out before a minute of measuring, not after it.
    private static Option<FileInfo?> NewFile(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "file",
            CustomParser = argument =>
            {
                string path = argument.Tokens[0].Value;
                if (string.IsNullOrWhiteSpace(path) || Directory.Exists(path))
                {
                    argument.AddError($"{name} takes a file, not '{path}'.");
                    return null;
                }

                var file = new FileInfo(path);
                if (file.Directory is not { Exists: true })
                {
                    argument.AddError($"{name}: there is no folder '{file.DirectoryName}'.");
                }

                return file;
            },
        };

    private static int Refuse(string message)
    {
        Console.Error.WriteLine(message.ReplaceLineEndings(" "));
        return BadArgument;
    }
}

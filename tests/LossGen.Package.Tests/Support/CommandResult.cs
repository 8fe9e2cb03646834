namespace LossGen.Package.Tests.Support;

/// <summary>How a command ended, and all it printed.</summary>
internal sealed record CommandResult(string Command, int ExitCode, string Output, string Error)
{
    public CommandResult RequireSuccess()
    {
        Assert.True(ExitCode == 0, ToString());
        return this;
    }

    public override string ToString() => $"{Command}: exit code {ExitCode}\n{Output}{Error}";
}

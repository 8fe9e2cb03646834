using LossGen.Package.Tests.Support;

namespace LossGen.Package.Tests;

/// <summary>The analyzers of the package, and the SDK's own, in a fresh project.</summary>
public sealed class CompilerTests(Sandbox sandbox)
{
    /// <summary>By the analyzer, or by the generator if a build does not run analyzers; never by both.</summary>
    [Fact]
    public async Task ABrokenDeclarationIsOneErrorWhateverRuns()
    {
        ConsumerProject project = sandbox.Add("Broken").With("Losses.cs", """
            using LossGen;

            return new DigitLoss().GetHashCode() - 1;

            [SoftmaxLoss(Shape.Batch, 10)]
            internal sealed class DigitLoss;
            """);
        string[][] builds =
        [
            [],
            ["--no-restore", "-p:RunAnalyzers=false"],
            ["--no-restore", "-p:RunAnalyzersDuringBuild=false"],
            ["--no-restore", "-p:IsImplicitlyTriggeredBuild=true", "-p:OptimizeImplicitlyTriggeredBuild=true"],
            ["--no-restore"],
        ];
        foreach (string[] options in builds)
        {
            CommandResult result = await project.BuildAsync(options);
            Assert.NotEqual(0, result.ExitCode);
            AssertCounts(warnings: 0, errors: 1, result);
            Assert.Matches(@"Losses\.cs\(6,\d+\): error LG0001: ", result.Output);
        }
    }

    /// <summary>Generators run only in the C# compiler.</summary>
    [Theory]
    [InlineData("vb", "Losses.vb", "<LossGen.SquareLoss>\nPublic Class Distance\nEnd Class\n")]
    [InlineData("fs", "Losses.fs", "module Losses\n\n/// A loss.\n[<LossGen.SquareLoss>]\ntype Distance() = class end\n")]
    public async Task AnotherLanguageIsOneWarning(string language, string file, string source)
    {
        string items = language == "fs" ? $"<Compile Include=\"{file}\" />" : "";
        CommandResult result = await sandbox.Add("In-" + language, "<OutputType>Library</OutputType><WarningLevel>4</WarningLevel>", language: language, items: items)
            .With(file, source)
            .BuildAsync("-warnnotaserror:LG0042");

        result.RequireSuccess();
        AssertCounts(warnings: 1, errors: 0, result);
        Assert.Contains($"Consumer.{language}proj : warning LG0042: LossGen fills losses that are declared in C#", result.Output, StringComparison.Ordinal);
    }

    // As the build counts them.
    private static void AssertCounts(int warnings, int errors, CommandResult result)
    {
        Assert.True(result.Output.ReplaceLineEndings("\n").Contains($"    {warnings} Warning(s)\n", StringComparison.Ordinal), result.ToString());
        Assert.True(result.Output.ReplaceLineEndings("\n").Contains($"    {errors} Error(s)\n", StringComparison.Ordinal), result.ToString());
    }
}

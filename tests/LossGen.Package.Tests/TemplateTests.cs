using LossGen.Package.Tests.Support;

namespace LossGen.Package.Tests;

/// <summary>The program that <c>dotnet new lossgen</c> gives builds without a warning, passes its own tests and prints what the documents say.</summary>
public sealed class TemplateTests(TemplateProgram program) : IClassFixture<TemplateProgram>
{
    [Fact]
    public void ItBuildsWithoutAWarning() => program.Build.RequireSuccess();

    /// <summary>With <c>LOSSGEN_ACCEPT=1</c>, the code that it generates becomes that of the template.</summary>
    [Fact]
    public void ItPassesItsOwnTests()
    {
        program.Test.RequireSuccess();
        Assert.Contains("succeeded: 4", program.Test.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("runtime/LossGen/README.md")]
    [InlineData("docs/first-loss.md")]
    public void ItPrintsWhatADocumentSays(string document)
    {
        program.Run.RequireSuccess();
        string[] lines = program.Run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains(string.Join('\n', lines), File.ReadAllText(Path.Combine(BuildFacts.Repository, document)), StringComparison.Ordinal);
    }
}

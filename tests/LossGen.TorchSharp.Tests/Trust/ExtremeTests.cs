namespace LossGen.Tests.Trust;

/// <summary>The table of docs/trust.md with PyTorch's results beside those of generated losses.</summary>
public sealed class ExtremeTests
{
    [Fact]
    public void TheTableIsThatOfThisRun()
    {
        using var reader = new StreamReader(typeof(ExtremeTests).Assembly.GetManifestResourceStream("trust.md")!);
        string document = reader.ReadToEnd(), rows = string.Join("\n", ExtremeCase.All.Select(static row => row.Row()));
        Assert.True(document.Contains(rows, StringComparison.Ordinal), $"docs/trust.md has another table than:\n{rows}");
    }
}

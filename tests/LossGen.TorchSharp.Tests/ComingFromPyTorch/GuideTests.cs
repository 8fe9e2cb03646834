using TorchSharp;

namespace LossGen.Tests.ComingFromPyTorch;

/// <summary>The document says what is compared, no more and no less.</summary>
public sealed class GuideTests
{
    [Fact]
    public void EveryRowIsComparedAndEveryComparisonIsARow() =>
        Assert.Equal(TorchRows.All.Select(static row => (row.Torch, Guide.Declarations[row.Declaration])).Order(), Guide.Rows.Order());

    [Fact]
    public void EveryDeclarationIsCompared() =>
        Assert.Equal(Guide.Declarations.Keys.Order(StringComparer.Ordinal), TorchRows.All.Select(static row => row.Declaration).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryFormulaIsShown()
    {
        Assert.Equal(3, Guide.Formulas.Count());
        Assert.All(Guide.Formulas, static formula => Assert.Contains($"```csharp\n{formula}\n```", Guide.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryLossOfTorchSharpIsMentioned()
    {
        string[] losses = [.. typeof(torch.nn).GetMethods().Select(static method => method.Name).Where(static name => name.EndsWith("Loss", StringComparison.Ordinal)).Distinct()];
        Assert.Equal(21, losses.Length);
        Assert.All(losses, static loss => Assert.Contains($"`nn.{loss}", Guide.Text, StringComparison.Ordinal));
    }
}

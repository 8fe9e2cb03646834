using LossGen.Samples.Tests;

namespace LossGen.Tests;

/// <summary>The sample TorchDigits from its command line.</summary>
public sealed class TorchDigitsProgramTests
{
    [Fact]
    public async Task ItTrainsWithEveryLossSideBySide()
    {
        SampleProcess run = await Run("--epochs", "1");
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        string[] texts = ["1438 images to train on, 359 to test with, seed 1", "nn.CrossEntropyLoss", "LossGen, AsModule", "LossGen, BackwardFrom", "1.00x", "loss curve: "];
        Assert.All(texts, text => Assert.Contains(text, run.Output, StringComparison.Ordinal));
        Assert.True(run.CurveBytes > 1000);
    }

    [Fact]
    public async Task ItTrainsWithOneLoss()
    {
        SampleProcess run = await Run("--loss", "lossgen", "--epochs", "1", "--seed", "3");
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        Assert.Contains("LossGen, AsModule", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("nn.CrossEntropyLoss", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--epochs", "0", "--epochs takes a whole number from 1 to 1000, not '0'.")]
    [InlineData("--loss", "hinge", "Argument 'hinge' not recognized. Must be one of: 'torch' 'lossgen' 'graphless' 'all'")]
    public async Task ItNamesABadArgument(string option, string value, string message)
    {
        SampleProcess run = await Run(option, value);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static Task<SampleProcess> Run(params string[] args) => SampleProcess.Run("TorchDigits", args);
}

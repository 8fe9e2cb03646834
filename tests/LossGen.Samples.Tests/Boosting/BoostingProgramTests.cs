using System.Text.RegularExpressions;
using Boosting.LightGbm;

namespace LossGen.Samples.Tests.Boosting;

/// <summary>The boosting sample from its command line.</summary>
public sealed class BoostingProgramTests
{
    [Fact]
    public async Task ItBoostsWithEveryObjective()
    {
        SampleProcess run = await SampleProcess.Run("Boosting", "--trees", "3", "--depth", "2");
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        string[] texts = ["1438 images to train on, 359 to test with, seed 1", "logistic", "focal", "Tweedie", "squared error", "loss curve: "];
        Assert.All(texts, text => Assert.Contains(text, run.Output, StringComparison.Ordinal));
        Assert.True(run.CurveBytes > 1000);
    }

    [Theory]
    [InlineData("logistic", "logistic", "Tweedie")]
    [InlineData("focal", "focal", "logistic")]
    [InlineData("tweedie", "squared error", "logistic")]
    public async Task ItBoostsWithOneObjective(string objective, string shown, string other)
    {
        SampleProcess run = await SampleProcess.Run("Boosting", "--objective", objective, "--trees", "1");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(shown, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(other, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lightgbm", new[] { "│ logistic │ LightGBM │", "│ own binary │ LightGBM │", "│ own Tweedie │ LightGBM │" }, "histogram")]
    [InlineData("all", new[] { "│ focal │ histogram │", "│ focal │ LightGBM │", "│ squared error │ LightGBM │" }, "none")]
    public async Task ItBoostsWithLightGbmWhereItLoads(string booster, string[] shown, string absent)
    {
        SampleProcess run = await SampleProcess.Run("Boosting", "--booster", booster, "--trees", "2");
        if (LightGbmLibrary.Loads)
        {
            Assert.Equal(("", 0), (run.Error, run.ExitCode));
            string text = Regex.Replace(run.Output, " +", " ");
            Assert.All(shown, row => Assert.Contains(row, text, StringComparison.Ordinal));
            Assert.DoesNotContain(absent, run.Output, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal((MissingLibrary.Explain(), 1, ""), (run.Error.TrimEnd(), run.ExitCode, run.Output));
        }
    }

    [Theory]
    [InlineData("--trees", "0", "--trees takes a whole number from 1 to 1000, not '0'.")]
    [InlineData("--depth", "thirteen", "--depth takes a whole number from 1 to 12, not 'thirteen'.")]
    [InlineData("--booster", "xgboost", "Argument 'xgboost' not recognized. Must be one of: 'histogram' 'lightgbm' 'all'")]
    [InlineData("--objective", "hinge", "Argument 'hinge' not recognized. Must be one of: 'logistic' 'focal' 'tweedie' 'all'")]
    public async Task ItNamesABadArgument(string option, string value, string message)
    {
        SampleProcess run = await SampleProcess.Run("Boosting", option, value);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }
}

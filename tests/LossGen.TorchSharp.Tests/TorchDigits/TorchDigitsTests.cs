using Digits;
using TorchDigits;

namespace LossGen.Tests;

/// <summary>What the sample TorchDigits learns: the same with each loss.</summary>
public sealed class TorchDigitsTests
{
    [Fact]
    public void EveryLossIsTrainedToTheSame()
    {
        using TrainingRun run = Trained(new TrainingOptions(TrainingOptions.All, Epochs: 4, Seed: 2));
        Assert.Equal(["nn.CrossEntropyLoss", "LossGen, AsModule", "LossGen, BackwardFrom"], run.Trainers.Select(static trainer => trainer.Kind.Name));
        Assert.All(run.Results, static results => Assert.True(results[^1].TrainLoss < 0.5 * results[0].TrainLoss));

        // Steps differ by the rounding of a gradient, which grows from step to step.
        for (int epoch = 0; epoch < 4; epoch++)
        {
            double expected = run.Results[0][epoch].TrainLoss;
            Assert.All(run.Results, results => Assert.Equal(expected, results[epoch].TrainLoss, 1e-4 * expected));
        }

        // These two compute the same gradients, and so the same bits.
        Assert.Equal(run.Results[1], run.Results[2]);
        Assert.All(run.Trainers, static trainer => Assert.Equal(4 * 45, trainer.StepTimes.Count));
    }

    [Theory]
    [InlineData("torch")]
    [InlineData("lossgen")]
    [InlineData("graphless")]
    public void DigitsAreRecognised(string loss)
    {
        using TrainingRun run = Trained(new TrainingOptions(loss, TrainingOptions.UsualEpochs, Seed: 1));
        EpochResult last = Assert.Single(run.Results)[^1];
        Assert.Equal(359, last.Tested);
        Assert.InRange(last.Accuracy, 0.95, 1);
    }

    private static TrainingRun Trained(TrainingOptions options)
    {
        var run = new TrainingRun(options);
        run.Train(static (_, _) => { });
        return run;
    }
}

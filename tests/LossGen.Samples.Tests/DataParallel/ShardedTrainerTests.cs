extern alias DataParallelSample;

using DataParallelSample::DataParallel.Checkpoints;
using DataParallelSample::DataParallel.Collectives;
using DataParallelSample::DataParallel.Training;

namespace LossGen.Samples.Tests.DataParallel;

/// <summary>Training on several ranks, compared with training on one.</summary>
public sealed class ShardedTrainerTests
{
    // An epoch of 46 steps; the last minibatch has 30 images. A fifth of them have no label.
    private static readonly TrainingSettings s_settings = new(Epochs: 1, Seed: 5, BatchSize: 32, UnlabelledPercent: 20);

    // Of weights up to 1.5: the gradients of a step are the same but for the order in which float32 adds 32 images. Measured: 3e-7.
    private const double WeightBound = 1e-6;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(40)]
    public void AnEpochIsTheSameOnAnyNumberOfRanks(int size)
    {
        Checkpoint one = Train(1, s_settings);
        Checkpoint several = Train(size, s_settings);
        Assert.Equal(one.RandomState, several.RandomState);
        Assert.Equal(one.Results[0].Correct, several.Results[0].Correct);
        Assert.Equal(one.Results[0].TrainLoss, several.Results[0].TrainLoss, 1e-6);
        Assert.Equal(one.Results[0].TestLoss, several.Results[0].TestLoss, 1e-6);
        Assert.All(one.Weights.Zip(several.Weights), static pair => Assert.Equal(pair.First, pair.Second, WeightBound));
    }

    /// <summary>Ranks that share the classes see all images; one of ten has a single class.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(10)]
    public void AnEpochIsTheSameWhereRanksShareTheClasses(int size)
    {
        Checkpoint one = Train(1, s_settings);
        ThreadRanks.Run(size, rank =>
        {
            var trainer = new ShardedTrainer(rank, s_settings, isVocabularyParallel: true);
            Assert.Single(trainer.Train());
            Assert.Equal((one.Results[0].Correct, one.Results[0].Tested), (trainer.Results[0].Correct, trainer.Results[0].Tested));
            Assert.Equal(one.Results[0].TrainLoss, trainer.Results[0].TrainLoss, 1e-6);
            Assert.Equal(one.Results[0].TestLoss, trainer.Results[0].TestLoss, 1e-6);

            // The hidden layer is whole on every rank.
            const int hidden = 64 * 128;
            Assert.All(one.Weights.Take(hidden).Zip(trainer.Save().Weights), static pair => Assert.Equal(pair.First, pair.Second, WeightBound));
        });
    }

    [Fact]
    public void ItLearnsAsWellOnSeveralRanks()
    {
        Checkpoint several = Train(3, new TrainingSettings(Epochs: 30, Seed: 1, BatchSize: 32, UnlabelledPercent: 10));
        Assert.True(several.Results[^1].Accuracy >= 0.96);
    }

    [Fact]
    public void ImagesWithoutALabelTeachNothing()
    {
        Checkpoint start = Start(s_settings with { UnlabelledPercent = 100 });
        Checkpoint trained = Train(2, s_settings with { UnlabelledPercent = 100 });
        Assert.Equal(start.Weights, trained.Weights);
        Assert.Equal(0, trained.Results[0].TrainLoss);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void ResumedTrainingIsUninterruptedTraining(int size)
    {
        TrainingSettings settings = s_settings with { Epochs = 4 };
        byte[] uninterrupted = Train(size, settings).ToBytes();
        byte[] afterTwo = [];
        ThreadRanks.Run(size, rank =>
        {
            var trainer = new ShardedTrainer(rank, settings);
            Assert.Equal(2, trainer.Train().Take(2).Count());
            if (rank.Rank == 0)
            {
                afterTwo = trainer.Save().ToBytes();
            }
        });

        byte[] resumed = [];
        ThreadRanks.Run(size, rank =>
        {
            var trainer = new ShardedTrainer(rank, settings);
            trainer.Resume(Checkpoint.FromBytes(afterTwo));
            Assert.Equal([3, 4], trainer.Train().Select(static result => result.Epoch));
            if (rank.Rank == 0)
            {
                resumed = trainer.Save().ToBytes();
            }
        });
        Assert.Equal(uninterrupted, resumed);
    }

    [Fact]
    public void EvaluationHasTheSameBitsOnAnyNumberOfRanks()
    {
        float[] weights = Start(s_settings).Weights;
        using var single = new SingleRank();
        (float Loss, LossSum Sums) one = ShardedEvaluation.Evaluate(single, weights);
        Assert.Equal(9 * 1797, one.Sums.Count);
        foreach (int size in (int[])[2, 3, 16, 20])
        {
            ThreadRanks.Run(size, rank => Assert.Equal(one, ShardedEvaluation.Evaluate(rank, weights)));
        }
    }

    private static Checkpoint Start(TrainingSettings settings)
    {
        using var single = new SingleRank();
        return new ShardedTrainer(single, settings).Save();
    }

    // What rank 0 has; the others must have the same.
    private static Checkpoint Train(int size, TrainingSettings settings)
    {
        var saved = new Checkpoint[size];
        ThreadRanks.Run(size, rank =>
        {
            var trainer = new ShardedTrainer(rank, settings);
            Assert.Equal(settings.Epochs, trainer.Train().Count());
            saved[rank.Rank] = trainer.Save();
        });
        byte[] first = saved[0].ToBytes();
        Assert.All(saved, each => Assert.Equal(first, each.ToBytes()));
        return saved[0];
    }
}

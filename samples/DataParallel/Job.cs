using DataParallel.Checkpoints;
using DataParallel.Collectives;
using DataParallel.Collectives.Mpi;
using DataParallel.Output;
using DataParallel.Scaling;
using DataParallel.Training;
using Digits;
using LossGen;

namespace DataParallel;

/// <summary>What each rank does; rank 0 prints.</summary>
public static class Job
{
    private const string CurveFile = "data-parallel-loss.png";

    /// <summary>Trains, or evaluates a checkpoint.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(ICollective ranks, DataParallelOptions options) => options.Evaluate ? Evaluate(ranks, options) : Train(ranks, options);

    /// <summary>Prints how the time of a step is predicted to scale.</summary>
    public static void Predict(DataParallelOptions options)
    {
        var timer = new StepTimer(options.Training.BatchSize);
        var network = new RingAllReduce(options.LatencyMicroseconds * 1e-6, options.GigabytesPerSecond * 1e9);
        ScalingReport.Write([.. ScalingForecast.Predict(options.Simulate, options.Training.BatchSize, network, timer.Measure, timer.Parameters)], options.Training.BatchSize, timer.Parameters, network);
    }

    private static int Evaluate(ICollective ranks, DataParallelOptions options)
    {
        Checkpoint checkpoint = new CheckpointFile(options.Checkpoint!).Read(ranks);
        (float loss, LossSum sums) = ShardedEvaluation.Evaluate(ranks, checkpoint.Weights);
        if (ranks.Rank == 0)
        {
            Console.WriteLine($"{sums.Count} shifted images on {Count(ranks.Size)}: accuracy {sums.Accuracy * 100:F1} %, loss {loss:G9}, its sum {BitConverter.DoubleToInt64Bits(sums.Sum):X16}");
        }

        return 0;
    }

    private static int Train(ICollective ranks, DataParallelOptions options)
    {
        bool isFirst = ranks.Rank == 0;
        CheckpointFile? file = options.Checkpoint is { } path ? new CheckpointFile(path) : null;
        if (options.IsVocabularyParallel && ranks.Size > DigitDataset.Classes)
        {
            throw new MpiException($"--vocabulary-parallel shares {DigitDataset.Classes} classes among the ranks, and there are {ranks.Size}: start at most {DigitDataset.Classes}.");
        }

        var trainer = new ShardedTrainer(ranks, options.Training, options.IsVocabularyParallel);
        if (isFirst)
        {
            Console.WriteLine($"{trainer.TrainCount} images to train on, {trainer.TestCount} to test with, seed {options.Training.Seed}, {Count(ranks.Size)}");
        }

        if (options.Resume)
        {
            Checkpoint checkpoint = file!.Read(ranks);
            trainer.Resume(checkpoint);
            if (isFirst)
            {
                Console.WriteLine($"resumed after epoch {checkpoint.Results.Count}"
                    + (checkpoint.Ranks == ranks.Size ? "" : $", which {Count(checkpoint.Ranks)} had trained: the result is the same up to the rounding of sums"));
            }
        }

        using EndOfJob? end = isFirst ? new EndOfJob() : null;
        IEnumerable<EpochResult> results = trainer.Train().Select(result =>
        {
            if (isFirst && file is not null)
            {
                file.Write(trainer.Save());
                end!.Written(result.Epoch, options.Checkpoint!);
            }

            return result;
        });
        if (!isFirst)
        {
            foreach (EpochResult _ in results)
            {
                // Rank 0 shows it.
            }

            return 0;
        }

        // A bar needs a terminal; mpirun shows its ranks one that writes into whatever mpirun writes to.
        _ = ranks is MpiRank ? [.. results] : TrainingProgress.Watch(results, options.Training.Epochs);
        TrainingReport.WriteTable(trainer.Results);
        bool isSaved = TrySaveCurve(trainer.Results);
        TrainingReport.WriteAccuracy(trainer.Results[^1]);
        return isSaved ? 0 : 1;
    }

    private static string Count(int ranks) => ranks == 1 ? "1 rank" : $"{ranks} ranks";

    private static bool TrySaveCurve(IReadOnlyList<EpochResult> results)
    {
        try
        {
            LossCurve.Save(results, CurveFile);
            Console.WriteLine($"loss curve: {CurveFile}{(CurveStyle.HasFont ? "" : "  (no font is installed to label it: train loss blue, test loss orange, accuracy green)")}");
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The loss curve could not be written: {exception.Message}");
            return false;
        }
    }
}

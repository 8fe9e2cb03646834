using Digits;

namespace TorchDigits;

/// <summary>Trainers with different losses that advance together, epoch by epoch, so that whatever slows the machine down for a while slows all of them.</summary>
public sealed class TrainingRun : IDisposable
{
    private readonly List<EpochResult>[] _results;

    /// <summary>Begins with a trainer for each loss, from the same seed.</summary>
    public TrainingRun(TrainingOptions options)
    {
        Epochs = options.Epochs;
        Trainers = [.. options.Losses.Select(kind => new Trainer(kind, options.Seed))];
        _results = [.. Trainers.Select(static _ => new List<EpochResult>())];
    }

    /// <summary>The number of passes over the training images.</summary>
    public int Epochs { get; }

    /// <summary>One for each loss.</summary>
    public IReadOnlyList<Trainer> Trainers { get; }

    /// <summary>The epochs of each trainer so far.</summary>
    public IReadOnlyList<IReadOnlyList<EpochResult>> Results => _results;

    /// <summary>The middle one of a trainer's step times, in milliseconds.</summary>
    public static double MedianStep(Trainer trainer)
    {
        double[] sorted = [.. trainer.StepTimes.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>Trains all of them.</summary>
    /// <param name="show">What is told of each epoch of each trainer, by their numbers.</param>
    public void Train(Action<int, EpochResult> show)
    {
        for (int epoch = 1; epoch <= Epochs; epoch++)
        {
            for (int i = 0; i < Trainers.Count; i++)
            {
                EpochResult result = Trainers[i].TrainEpoch(epoch, Epochs);
                _results[i].Add(result);
                show(i, result);
            }
        }
    }

    /// <summary>Releases the networks.</summary>
    public void Dispose()
    {
        foreach (Trainer trainer in Trainers)
        {
            trainer.Dispose();
        }
    }
}

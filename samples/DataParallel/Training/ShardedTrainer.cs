using DataParallel.Checkpoints;
using DataParallel.Collectives;
using DataParallel.Training.Models;
using Digits;
using LossGen;

namespace DataParallel.Training;

/// <summary>Minibatch gradient descent on several ranks, which take every step together: on any number of them it is the same training, up to the rounding of sums.</summary>
public sealed class ShardedTrainer
{
    private const double PeakLearningRate = 0.1;

    private readonly ICollective _ranks;
    private readonly TrainingSettings _settings;
    private readonly UnlabelledDigitLoss _loss = new();
    private readonly DigitDataset _train;
    private readonly DigitDataset _test;
    private readonly int[] _labels;
    private readonly int[] _order;
    private readonly ResumableRandom _random;
    private readonly ResumableRandom _shiftRandom = new(0);
    private readonly RandomShift _shift;
    private readonly IShardedModel _model;
    private readonly List<EpochResult> _results = [];
    private readonly float[] _images;
    private readonly int[] _batchLabels;

    /// <summary>Creates a network with random weights, the same on any number of ranks.</summary>
    /// <param name="ranks">This rank and the others.</param>
    /// <param name="settings">What is trained; the same on every rank.</param>
    /// <param name="isVocabularyParallel">Whether ranks share the classes rather than the images.</param>
    public ShardedTrainer(ICollective ranks, TrainingSettings settings, bool isVocabularyParallel = false)
    {
        (_ranks, _settings) = (ranks, settings);
        _random = new ResumableRandom((ulong)settings.Seed);
        DigitDataset all = DigitDataset.Load();
        all.Shuffle(_random);
        (_train, _test) = all.SplitLast(all.Count / 5);
        _labels = _train.Labels.ToArray();
        for (int image = 0; image < _train.Count * settings.UnlabelledPercent / 100; image++)
        {
            _labels[image] = UnlabelledDigitLoss.Unlabelled;
        }

        int largestBatch = Math.Max(settings.BatchSize, _test.Count);
        _model = isVocabularyParallel ? new VocabularyParallelModel(ranks, largestBatch, _random) : new DataParallelModel(ranks, largestBatch, _random);
        int largestShard = _model.ShardOf(settings.BatchSize).Count + 1;
        _shift = new RandomShift(_shiftRandom);
        _order = new int[_train.Count];
        _images = new float[largestShard * DigitDataset.Pixels];
        _batchLabels = new int[largestShard];
    }

    /// <summary>The training images, with a label or without.</summary>
    public int TrainCount => _train.Count;

    /// <summary>The test images.</summary>
    public int TestCount => _test.Count;

    /// <summary>The results of all epochs so far, of those before a checkpoint too.</summary>
    public IReadOnlyList<EpochResult> Results => _results;

    /// <summary>Trains epoch by epoch, from the first or the one after the checkpoint, as the results are requested.</summary>
    public IEnumerable<EpochResult> Train()
    {
        while (_results.Count < _settings.Epochs)
        {
            // Half a cosine: large steps at first, and final steps small enough to settle.
            double progress = (double)_results.Count / _settings.Epochs;
            double trainLoss = TrainEpoch((float)(PeakLearningRate * 0.5 * (1 + Math.Cos(Math.PI * progress))));
            LossSum test = Test();
            var result = new EpochResult(_results.Count + 1, trainLoss, _loss.Total(test), (int)test.Correct, (int)test.Labelled);
            _results.Add(result);
            yield return result;
        }
    }

    /// <summary>All that the epochs to come depend on.</summary>
    public Checkpoint Save() => new(
        _settings,
        _ranks.Size,
        _random.State,
        [.. _results],
        _model.Parameters.Copy(static each => each.Values),
        _model.Parameters.Copy(static each => each.Velocities));

    /// <summary>Goes on where a checkpoint was saved, with as many epochs as were planned then.</summary>
    /// <exception cref="CheckpointException">It was saved with other settings, or for another network.</exception>
    public void Resume(Checkpoint checkpoint)
    {
        checkpoint.Require(_settings, _model.Parameters.Count);
        _random.State = checkpoint.RandomState;
        _results.Clear();
        _results.AddRange(checkpoint.Results);
        _model.Parameters.CopyFrom(checkpoint.Weights, static each => each.Values);
        _model.Parameters.CopyFrom(checkpoint.Velocities, static each => each.Velocities);
    }

    private double TrainEpoch(float learningRate)
    {
        for (int image = 0; image < _order.Length; image++)
        {
            _order[image] = image;
        }

        _random.Shuffle(_order);
        ulong shifts = _random.NextBits();
        LossSum sum = default;
        for (int start = 0; start < _order.Length; start += _settings.BatchSize)
        {
            int size = Math.Min(_settings.BatchSize, _order.Length - start);
            Shard shard = _model.ShardOf(size);
            sum += Step(_order.AsSpan(start + shard.Start, shard.Count), shifts, learningRate);
        }

        return _loss.Total(sum);
    }

    // Takes one step with the images of this rank, and returns the sums of the whole minibatch.
    private LossSum Step(ReadOnlySpan<int> own, ulong shifts, float learningRate)
    {
        Span<float> images = _images.AsSpan(0, own.Length * DigitDataset.Pixels);
        Span<int> labels = _batchLabels.AsSpan(0, own.Length);
        for (int i = 0; i < own.Length; i++)
        {
            // An image is shifted the same way on whichever rank.
            _shiftRandom.State = ResumableRandom.StateOf(shifts, own[i]);
            _shift.Apply(_train.Images.Slice(own[i] * DigitDataset.Pixels, DigitDataset.Pixels), images.Slice(i * DigitDataset.Pixels, DigitDataset.Pixels));
            labels[i] = _labels[own[i]];
        }

        return _model.Step(images, labels, learningRate);
    }

    private LossSum Test()
    {
        Shard shard = _model.ShardOf(_test.Count);
        return _model.Evaluate(_test.Images.Slice(shard.Start * DigitDataset.Pixels, shard.Count * DigitDataset.Pixels), _test.Labels.Slice(shard.Start, shard.Count));
    }
}

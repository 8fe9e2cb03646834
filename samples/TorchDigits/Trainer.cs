using System.Diagnostics;
using System.Runtime.InteropServices;
using Digits;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchDigits;

/// <summary>
/// Trains a network of two linear layers with a ReLU between them by minibatch gradient descent with momentum. Everything random follows from the seed, so that trainers with different
/// losses begin with the same weights and see the same images.
/// </summary>
public sealed class Trainer : IDisposable
{
    private const int BatchSize = 32;
    private const int HiddenUnits = 128;
    private const double PeakLearningRate = 0.1;
    private const double Momentum = 0.9;

    private readonly LossStep _loss;
    private readonly Random _random;
    private readonly RandomShift _shift;
    private readonly DigitDataset _train;
    private readonly DigitDataset _test;
    private readonly Sequential _network;
    private readonly SGD _optimizer;
    private readonly List<double> _stepTimes = [];

    /// <summary>Draws the split and the weights.</summary>
    /// <param name="kind">The loss.</param>
    /// <param name="seed">The seed.</param>
    public Trainer(LossKind kind, int seed)
    {
        Kind = kind;
        _loss = kind.Start();
        _random = new Random(seed);
        _shift = new RandomShift(_random);
        DigitDataset all = DigitDataset.Load();
        all.Shuffle(_random);
        (_train, _test) = all.SplitLast(all.Count / 5);

        manual_seed(seed);
        _network = nn.Sequential(
            ("hidden", nn.Linear(DigitDataset.Pixels, HiddenUnits)), ("activation", nn.ReLU()), ("output", nn.Linear(HiddenUnits, DigitDataset.Classes)));
        _optimizer = optim.SGD(_network.parameters(), PeakLearningRate, Momentum);
    }

    /// <summary>The loss.</summary>
    public LossKind Kind { get; }

    /// <summary>The number of training images.</summary>
    public int TrainingImages => _train.Count;

    /// <summary>The number of test images.</summary>
    public int TestImages => _test.Count;

    /// <summary>The milliseconds that each step so far has taken: forward, loss, backward and descent.</summary>
    public IReadOnlyList<double> StepTimes => _stepTimes;

    /// <summary>Passes over the training images once.</summary>
    /// <param name="epoch">The number of the pass, from 1.</param>
    /// <param name="epochs">How many there are, over which steps become smaller.</param>
    public EpochResult TrainEpoch(int epoch, int epochs)
    {
        // Half a cosine: large steps at first, and final steps small enough to settle.
        double progress = (epoch - 1.0) / epochs;
        foreach (SGD.ParamGroup group in _optimizer.ParamGroups.Cast<SGD.ParamGroup>())
        {
            group.LearningRate = PeakLearningRate * 0.5 * (1 + Math.Cos(Math.PI * progress));
        }

        _train.Shuffle(_random);
        double sum = 0;
        for (int start = 0; start < _train.Count; start += BatchSize)
        {
            sum += TrainBatch(start, Math.Min(BatchSize, _train.Count - start));
        }

        (double testLoss, int correct) = Test();
        return new EpochResult(epoch, sum / _train.Count, testLoss, correct, _test.Count);
    }

    /// <summary>Releases the network.</summary>
    public void Dispose()
    {
        _optimizer.Dispose();
        _network.Dispose();
    }

    private double TrainBatch(int start, int size)
    {
        // Every tensor of a step is released with it; weights, gradients and momentum are outside.
        using DisposeScope scope = NewDisposeScope();
        Tensor images = empty(size, DigitDataset.Pixels);
        _shift.Apply(_train.Images.Slice(start * DigitDataset.Pixels, size * DigitDataset.Pixels), MemoryMarshal.Cast<byte, float>(images.bytes));
        Tensor labels = Labels(_train.Labels.Slice(start, size));

        long started = Stopwatch.GetTimestamp();
        _optimizer.zero_grad();
        Tensor logits = _network.call(images);
        double loss = _loss(logits, labels);
        _optimizer.step();
        _stepTimes.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return size * loss;
    }

    private (double Loss, int Correct) Test()
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable unrecorded = no_grad();
        Tensor images = empty(_test.Count, DigitDataset.Pixels);
        MemoryMarshal.AsBytes(_test.Images).CopyTo(images.bytes);
        Tensor labels = Labels(_test.Labels);
        Tensor logits = _network.call(images);
        return (nn.functional.cross_entropy(logits, labels).item<float>(), (int)logits.argmax(1).eq(labels).sum().item<long>());
    }

    // 64 bits wide, as torch's own loss requires.
    private static Tensor Labels(ReadOnlySpan<int> digits)
    {
        Tensor narrow = empty([digits.Length], ScalarType.Int32);
        MemoryMarshal.AsBytes(digits).CopyTo(narrow.bytes);
        return narrow.to(ScalarType.Int64);
    }
}

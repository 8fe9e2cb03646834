using LossGen;

namespace Digits;

/// <summary>
/// Minibatch gradient descent. It knows its loss only as an <see cref="ILoss{TElement, TLabel}"/>: any generated loss over
/// class labels could replace <see cref="DigitLoss"/>.
/// </summary>
public sealed class Trainer
{
    private const int BatchSize = 32;
    private const double PeakLearningRate = 0.1;

    private readonly ILoss<float, int> _loss;
    private readonly DigitDataset _train;
    private readonly DigitDataset _test;
    private readonly Random _random;
    private readonly RandomShift _shift;
    private readonly Network _network;
    private readonly float[] _minibatch = new float[BatchSize * DigitDataset.Pixels];
    private readonly float[] _logitGradients = new float[BatchSize * DigitDataset.Classes];

    /// <summary>Creates a network with random weights. All randomness is drawn from <paramref name="random"/>.</summary>
    public Trainer(ILoss<float, int> loss, DigitDataset train, DigitDataset test, Random random)
    {
        _loss = loss;
        _train = train;
        _test = test;
        _random = random;
        _shift = new RandomShift(random);
        _network = new Network(Math.Max(BatchSize, test.Count), random);
    }

    /// <summary>Trains epoch by epoch, as the results are requested.</summary>
    public IEnumerable<EpochResult> Train(int epochs)
    {
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            // Half a cosine: large steps at first, and final steps small enough to settle.
            double progress = (epoch - 1.0) / epochs;
            double trainLoss = TrainEpoch((float)(PeakLearningRate * 0.5 * (1 + Math.Cos(Math.PI * progress))));
            (double testLoss, int correct) = Test();
            yield return new EpochResult(epoch, trainLoss, testLoss, correct, _test.Count);
        }
    }

    private double TrainEpoch(float learningRate)
    {
        _train.Shuffle(_random);
        double sum = 0;
        for (int start = 0; start < _train.Count; start += BatchSize)
        {
            // The last minibatch is the remainder. The loss takes any batch size: it derives it from the spans.
            int size = Math.Min(BatchSize, _train.Count - start);
            Span<float> images = _minibatch.AsSpan(0, size * DigitDataset.Pixels);
            _shift.Apply(_train.Images.Slice(start * DigitDataset.Pixels, images.Length), images);
            ReadOnlySpan<int> labels = _train.Labels.Slice(start, size);
            Span<float> gradients = _logitGradients.AsSpan(0, size * DigitDataset.Classes);

            ReadOnlySpan<float> logits = _network.Forward(images);
            sum += size * _loss.ForwardBackward(logits, labels, gradients);
            _network.Backward(images, gradients);
            _network.Step(learningRate);
        }

        return sum / _train.Count;
    }

    private (double Loss, int Correct) Test()
    {
        ReadOnlySpan<float> logits = _network.Forward(_test.Images);
        int correct = 0;
        for (int i = 0; i < _test.Count; i++)
        {
            ReadOnlySpan<float> sample = logits.Slice(i * DigitDataset.Classes, DigitDataset.Classes);
            if (MostLikely(sample) == _test.Labels[i])
            {
                correct++;
            }
        }

        return (_loss.Forward(logits, _test.Labels), correct);
    }

    private static int MostLikely(ReadOnlySpan<float> logits)
    {
        int best = 0;
        for (int i = 1; i < logits.Length; i++)
        {
            if (logits[i] > logits[best])
            {
                best = i;
            }
        }

        return best;
    }
}

using System.Diagnostics;
using DataParallel.Training;
using Digits;
using LossGen;

namespace DataParallel.Scaling;

/// <summary>Measures what a step computes on one rank: the network both ways, the loss, and the descent.</summary>
/// <param name="largestShard">The most images.</param>
public sealed class StepTimer(int largestShard)
{
    private const int Repetitions = 30;

    // So long the runtime needs to see which code is worth its best effort, and to compile it.
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(0.5);

    private readonly DigitDataset _digits = DigitDataset.Load();
    private readonly Network _network = new(largestShard, new ResumableRandom(1));
    private readonly UnlabelledDigitLoss _loss = new();
    private readonly float[] _logitGradients = new float[largestShard * DigitDataset.Classes];

    /// <summary>The parameters of the network.</summary>
    public int Parameters => new FlatParameters(_network.Parameters).Count;

    /// <summary>The time of a step in seconds: the least of several, as other programs only add to it.</summary>
    /// <param name="images">The images of the shard.</param>
    public double Measure(int images)
    {
        (float[] pixels, int[] labels) = Take(images);
        double least = double.PositiveInfinity;
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < s_warmUp;)
        {
            Step(pixels, labels);
        }

        for (int i = 0; i < Repetitions; i++)
        {
            long start = Stopwatch.GetTimestamp();
            Step(pixels, labels);
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return least;
    }

    private void Step(float[] pixels, int[] labels)
    {
        Span<float> gradients = _logitGradients.AsSpan(0, labels.Length * DigitDataset.Classes);
        ReadOnlySpan<float> logits = _network.Forward(pixels);
        LossSum total = _loss.Sums(logits, labels);
        _loss.Backward(logits, labels, in total, gradients);
        _network.Backward(pixels, gradients);
        _network.Step(1e-3f);
    }

    private (float[] Pixels, int[] Labels) Take(int images)
    {
        var pixels = new float[images * DigitDataset.Pixels];
        var labels = new int[images];
        for (int i = 0; i < images; i++)
        {
            int image = i % _digits.Count;
            _digits.Images.Slice(image * DigitDataset.Pixels, DigitDataset.Pixels).CopyTo(pixels.AsSpan(i * DigitDataset.Pixels));
            labels[i] = _digits.Labels[image];
        }

        return (pixels, labels);
    }
}

using System.Globalization;

namespace LossGen.Benchmarks.Workloads;

/// <summary>A task that every contender is given.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Samples">The batch size.</param>
/// <param name="SampleSize">The elements of a sample: the classes of a softmax, 1 for an elementwise loss.</param>
/// <param name="Element">The type of prediction, gradient and value.</param>
/// <param name="Pass">What to compute.</param>
public sealed record Workload(LossFamily Loss, int Samples, int SampleSize, ElementType Element, Pass Pass)
{
    public int Elements => Samples * SampleSize;

    public bool HasValue => Pass != Pass.Backward;

    public bool HasGradient => Pass != Pass.Forward;

    /// <summary>The bytes that must move however it is computed: each input read once, the gradient written once.</summary>
    public long Bytes
    {
        get
        {
            long tensor = (long)Elements * (Element == ElementType.Double ? sizeof(double) : sizeof(float));
            long groundTruth = Loss == LossFamily.Softmax ? (long)Samples * sizeof(int) : tensor;
            return tensor + groundTruth + (HasGradient ? tensor : 0);
        }
    }

    public string Shape => SampleSize == 1
        ? Samples.ToString("N0", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Samples}x{SampleSize}");

    public override string ToString() =>
        $"{(Loss == LossFamily.Softmax ? "softmax" : "square")} {Shape} {(Element == ElementType.Double ? "double" : "float")} {Pass}";
}

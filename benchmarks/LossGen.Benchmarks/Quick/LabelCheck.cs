using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Workloads;
using LossGen.CompilerServices;

namespace LossGen.Benchmarks.Quick;

/// <summary>
/// What the check of the labels, which every call makes before it writes anything, is of a softmax loss's time: largest where there are few
/// classes for each label.
/// </summary>
/// <param name="OfForward">Its part of <c>Forward</c>.</param>
/// <param name="OfForwardBackward">Its part of <c>ForwardBackward</c>.</param>
public sealed record LabelCheck(double OfForward, double OfForwardBackward)
{
    public const int Samples = 65536;
    public const int Classes = 10;

    public static LabelCheck Measure()
    {
        Inputs<float> inputs = new(new Workload(LossFamily.Softmax, Samples, Classes, ElementType.Single, Pass.ForwardBackward));
        AlignedBuffer<float> gradient = new(inputs.Prediction.Length);
        SoftmaxOf10 loss = new();
        double[][] nanoseconds = InterleavedTimer.Time(
            () => LossGuard.RequireLabels(inputs.Labels.Span, Classes, "labels"),
            () => loss.Forward(inputs.Prediction.Span, inputs.Labels.Span),
            () => loss.ForwardBackward(inputs.Prediction.Span, inputs.Labels.Span, gradient.Span));
        return new LabelCheck(Part(nanoseconds[0], nanoseconds[1]), Part(nanoseconds[0], nanoseconds[2]));
    }

    // Of each round by itself.
    private static double Part(double[] check, double[] whole) => InterleavedTimer.Median(check.Zip(whole, static (part, all) => part / all));
}

using LossGen.Benchmarks.Declarations;
using LossGen.Benchmarks.Workloads;
using LossGen.CompilerServices;

namespace LossGen.Benchmarks.Quick;

/// <summary>
/// The part of a softmax loss's time that is spent checking the labels, which every call does before it writes anything: largest with few
/// classes per label.
/// </summary>
/// <param name="OfForward">Its part of <c>Forward</c>.</param>
/// <param name="OfForwardBackward">Its part of <c>ForwardBackward</c>.</param>
public sealed record LabelCheck(double OfForward, double OfForwardBackward)
{
    public const int Samples = 65536;
    public const int Classes = 10;

    public static LabelCheck Measure()
    {
        TensorShape shape = new(Samples, Classes) { ClassAxis = 1 };
        Inputs<float> inputs = Inputs<float>.Draw(
            new Workload(LossFamily.Softmax, shape, ElementType.Single, Pass.ForwardBackward, static _ => new SoftmaxOf10()));
        AlignedBuffer<float> gradient = new(inputs.Prediction.Length);
        SoftmaxOf10 loss = new();
        IReadOnlyList<double>[] nanoseconds = InterleavedTimer.Time(
            () => LossGuard.RequireLabels(inputs.Labels.Span, Classes, "labels"),
            () => loss.Forward(inputs.Prediction.Span, inputs.Labels.Span),
            () => loss.ForwardBackward(inputs.Prediction.Span, inputs.Labels.Span, gradient.Span));
        return new LabelCheck(Part(nanoseconds[0], nanoseconds[1]), Part(nanoseconds[0], nanoseconds[2]));
    }

    // For each round separately.
    private static double Part(IReadOnlyList<double> check, IReadOnlyList<double> whole) => InterleavedTimer.Median(check.Zip(whole, static (part, all) => part / all));
}

using System.Numerics;
using LossGen.Benchmarks.Custom;
using LossGen.Benchmarks.Declarations;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Options;

/// <summary>Members that a declaration asks for: values of single locations, and second derivatives.</summary>
public static class FurtherMembers
{
    private static readonly Draw scores = static (random, count) => random.Uniform<float>(count, -4, 4);
    private static readonly Draw answers = static (random, count) => random.WholeNumbers<float>(count, below: 2);
    private static readonly Draw counts = static (random, count) => random.WholeNumbers<float>(count, below: 8);
    private static readonly Draw logarithms = static (random, count) => random.Uniform<float>(count, -1, 2);

    private static readonly TensorShape elements = new(64 * 1024);
    private static readonly TensorShape rowsOf10 = new(65536, 10) { ClassAxis = 1 };
    private static readonly TensorShape rowsOf1000 = new(4096, 1000) { ClassAxis = 1 };

    private static readonly SoftmaxOf10 softmaxOf10 = new();
    private static readonly SoftmaxOf10Each softmaxOf10Each = new();
    private static readonly SoftmaxOf1000 softmaxOf1000 = new();
    private static readonly SoftmaxOf1000Each softmaxOf1000Each = new();
    private static readonly SmoothL1 smooth = new();
    private static readonly SmoothL1Each smoothEach = new();
    private static readonly BinaryCrossEntropyWithLogits binary = new();
    private static readonly BinaryCrossEntropyWithLogitsEach binaryEach = new();
    private static readonly BinaryCrossEntropyWithLogitsCurvature binaryCurvature = new();
    private static readonly PoissonNLL poisson = new();
    private static readonly PoissonNLLCurvature poissonCurvature = new();
    private static readonly Square square = new();
    private static readonly SquareCurvature squareCurvature = new();

    public static IReadOnlyList<OptionLoss> All { get; } =
    [
        Each(typeof(SoftmaxOf10Each), "softmax", rowsOf10, static x => x.Labels, softmaxOf10.Forward, softmaxOf10Each.ForwardEach, scores),
        Each(typeof(SoftmaxOf1000Each), "softmax", rowsOf1000, static x => x.Labels, softmaxOf1000.Forward, softmaxOf1000Each.ForwardEach, scores),
        Each(typeof(SmoothL1Each), "SmoothL1Loss", elements, static x => x[1], smooth.Forward, smoothEach.ForwardEach, scores, scores),
        Each(
            typeof(BinaryCrossEntropyWithLogitsEach), "BinaryCrossEntropyWithLogitsLoss", elements, static x => x[1], binary.Forward, binaryEach.ForwardEach, scores, answers),
        Curvature(
            typeof(BinaryCrossEntropyWithLogitsCurvature), "BinaryCrossEntropyWithLogitsLoss", binary, binaryCurvature.ForwardBackwardCurvature, scores, answers),
        Curvature(typeof(PoissonNLLCurvature), "PoissonNLLLoss", poisson, poissonCurvature.ForwardBackwardCurvature, logarithms, counts),
        Curvature(typeof(SquareCurvature), "SquareLoss", square, squareCurvature.ForwardBackwardCurvature, scores, scores),
    ];

    private delegate float Derivatives(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient, Span<float> curvature);

    private delegate float Value<TTruth>(ReadOnlySpan<float> prediction, ReadOnlySpan<TTruth> truth);

    private delegate void Values<TTruth>(ReadOnlySpan<float> prediction, ReadOnlySpan<TTruth> truth, Span<float> values);

    private static OptionLoss Each<TTruth>(
        Type declaration, string title, TensorShape shape, Func<CustomInputs, AlignedBuffer<TTruth>> truth, Value<TTruth> plain, Values<TTruth> each, params Draw[] inputs)
        where TTruth : unmanaged, INumberBase<TTruth> =>
        new(
            OptionGroup.Each,
            declaration,
            shape,
            0,
            x => results =>
            {
                each(x[0].Span, truth(x).Span, results.Span);
                return float.NaN;
            },
            inputs)
        {
            Title = title,
            Plain = x => _ => plain(x[0].Span, truth(x).Span),
        };

    private static OptionLoss Curvature(Type declaration, string title, ILoss<float, float> plain, Derivatives curvature, params Draw[] inputs) =>
        new(
            OptionGroup.Curvature,
            declaration,
            elements,
            1,
            x => results => curvature(x[0].Span, x[1].Span, results.Span[..x[0].Length], results.Span[x[0].Length..]),
            inputs)
        {
            Title = title,
            Plain = x => results => plain.ForwardBackward(x[0].Span, x[1].Span, results.Span),
        };
}

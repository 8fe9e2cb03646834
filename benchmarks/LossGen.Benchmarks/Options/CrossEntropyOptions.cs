using LossGen.Benchmarks.Custom;
using LossGen.Benchmarks.Declarations;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Options;

/// <summary>Softmax losses with ignored labels, weights of classes and smoothed labels, over few classes and many.</summary>
public static class CrossEntropyOptions
{
    private static readonly Draw scores = static (random, count) => random.Uniform<float>(count, -4, 4);
    private static readonly Draw weights = static (random, count) => random.Uniform<float>(count, 0.5, 1.5);

    private static readonly TensorShape ofTen = new(65536, 10) { ClassAxis = 1 };
    private static readonly TensorShape ofThousand = new(4096, 1000) { ClassAxis = 1 };

    public static IReadOnlyList<OptionLoss> All { get; } =
    [
        .. Rows(
            ofTen,
            static _ => new SoftmaxOf10(),
            static _ => new SoftmaxOf10Kept(),
            static weights => new SoftmaxOf10Weighted(weights),
            static _ => new SoftmaxOf10Smoothed(),
            static weights => new SoftmaxOf10WithAllOptions(weights)),
        .. Rows(
            ofThousand,
            static _ => new SoftmaxOf1000(),
            static _ => new SoftmaxOf1000Kept(),
            static weights => new SoftmaxOf1000Weighted(weights),
            static _ => new SoftmaxOf1000Smoothed(),
            static weights => new SoftmaxOf1000WithAllOptions(weights)),
    ];

    private delegate ILoss<float, int> Declared(ReadOnlySpan<float> weights);

    private static IEnumerable<OptionLoss> Rows(TensorShape shape, Declared plain, Declared kept, Declared weighted, Declared smoothed, Declared all)
    {
        OptionLoss Row(string title, Declared declared, IgnoredLabels ignored, Draw? perClass = null) =>
            new(OptionGroup.CrossEntropy, declared([.. Enumerable.Repeat(1f, shape.Classes)]).GetType(), shape, 1, Bound(declared), scores)
            {
                Title = title,
                Plain = Bound(plain),
                PerClass = perClass,
                Ignored = ignored,
                Steepness = 2,
            };

        return
        [
            Row("ignore label, none ignored", kept, IgnoredLabels.None),
            Row("ignore label, 30 % at random", kept, IgnoredLabels.AtRandom),
            Row("ignore label, 30 % in runs of 100", kept, IgnoredLabels.InRuns),
            Row("weights of classes", weighted, IgnoredLabels.None, weights),
            Row("label smoothing", smoothed, IgnoredLabels.None),
            Row("all three, 30 % ignored at random", all, IgnoredLabels.AtRandom, weights),
        ];
    }

    private static Func<CustomInputs, OptionFunction> Bound(Declared declared) => inputs =>
    {
        ILoss<float, int> loss = declared(inputs.Values[^1].Span);
        return results => loss.ForwardBackward(inputs[0].Span, inputs.Labels.Span, results.Span);
    };
}

using LossGen.Benchmarks.Custom;
using LossGen.Benchmarks.Declarations;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Options;

/// <summary>Every loss of torch.nn that an attribute declares: those of elements on tensors that fit in a cache and on some that do not, those along an axis on their usual sizes.</summary>
public static class LibraryLosses
{
    private const int Kibi = 1024;
    private const int Mebi = 1024 * 1024;

    private static readonly Draw scores = static (random, count) => random.Uniform<float>(count, -4, 4);
    private static readonly Draw signs = static (random, count) => random.Signs<float>(count);
    private static readonly Draw answers = static (random, count) => random.WholeNumbers<float>(count, below: 2);
    private static readonly Draw logarithms = static (random, count) => random.Uniform<float>(count, -1, 2);
    private static readonly Draw counts = static (random, count) => random.WholeNumbers<float>(count, below: 8);
    private static readonly Draw variances = static (random, count) => random.Uniform<float>(count, 0.1, 2);
    private static readonly Draw probabilities = static (random, count) => random.Uniform<float>(count, 0.01, 0.99);
    private static readonly Draw logProbabilities = static (random, count) => random.Uniform<float>(count, -8, -1);

    private static readonly GaussianNLL gaussian = new();
    private static readonly MarginRanking ranking = new();
    private static readonly HingeEmbedding hinge = new();
    private static readonly CosineEmbeddingOf128 cosine = new();
    private static readonly TripletMarginOf128 triplet = new();

    public static IReadOnlyList<OptionLoss> All { get; } =
    [
        .. Elements("L1Loss", new L1(), scores, scores),
        .. Elements("SmoothL1Loss", new SmoothL1(), scores, scores),
        .. Elements("HuberLoss", new Huber(), scores, scores),
        .. Elements("BinaryCrossEntropyWithLogitsLoss", new BinaryCrossEntropyWithLogits(), scores, answers),
        .. Elements("PoissonNLLLoss", new PoissonNLL(), logarithms, counts),

        // The inputs that are predicted come first.
        .. Elements(
            "GaussianNLLLoss", typeof(GaussianNLL), 2,
            static x => g => gaussian.ForwardBackward(x[0].Span, x[2].Span, x[1].Span, Part(g, x, 0), default, Part(g, x, 1)), scores, variances, scores),
        .. Elements("KLDivLoss", new KLDiv(), logProbabilities, probabilities),
        .. Elements("SoftMarginLoss", new SoftMargin(), scores, signs),
        .. Elements(
            "MarginRankingLoss", typeof(MarginRanking), 2,
            static x => g => ranking.ForwardBackward(x[0].Span, x[1].Span, x[2].Span, Part(g, x, 0), Part(g, x, 1)), scores, scores, signs),
        .. Elements("HingeEmbeddingLoss", typeof(HingeEmbedding), 1, static x => g => hinge.ForwardBackward(x[0].Span, x[1].Span, g.Span), scores, signs),
        New(
            "CosineEmbeddingLoss", typeof(CosineEmbeddingOf128), Rows(4096, 128), 2,
            static x => g => cosine.ForwardBackward(x[0].Span, x[1].Span, x[2].Span, Part(g, x, 0), Part(g, x, 1)), signs, scores, scores),
        New(
            "TripletMarginLoss", typeof(TripletMarginOf128), Rows(4096, 128), 3,
            static x => g => triplet.ForwardBackward(x[0].Span, x[1].Span, x[2].Span, Part(g, x, 0), Part(g, x, 1), Part(g, x, 2)), null, scores, scores, scores),
        Labelled("MultiMarginLoss", new MultiMarginOf10(), Rows(65536, 10)),
        Targeted("MultiLabelSoftMarginLoss", new MultiLabelSoftMarginOf80(), Rows(4096, 80), scores, answers),
        Labelled("FocalLoss", new FocalOf10(), Rows(65536, 10)),
        Targeted("DiceLoss", new DiceOf4096(), Rows(64, 4096), scores, answers),
        Targeted("TverskyLoss", new TverskyOf4096(), Rows(64, 4096), scores, answers),
    ];

    private static TensorShape Rows(int samples, int classes) => new(samples, classes) { ClassAxis = 1 };

    private static IEnumerable<OptionLoss> Elements(string title, ILoss<float, float> loss, params Draw[] inputs) =>
        Elements(title, loss.GetType(), 1, x => g => loss.ForwardBackward(x[0].Span, x[1].Span, g.Span), inputs);

    private static IEnumerable<OptionLoss> Elements(string title, Type declaration, int predictions, Func<CustomInputs, OptionFunction> bind, params Draw[] inputs) =>
        from count in (int[])[64 * Kibi, 4 * Mebi] select New(title, declaration, new TensorShape(count), predictions, bind, null, inputs);

    private static OptionLoss Labelled(string title, ILoss<float, int> loss, TensorShape shape) =>
        New(title, loss.GetType(), shape, 1, x => g => loss.ForwardBackward(x[0].Span, x.Labels.Span, g.Span), null, scores);

    private static OptionLoss Targeted(string title, ILoss<float, float> loss, TensorShape shape, params Draw[] inputs) =>
        New(title, loss.GetType(), shape, 1, x => g => loss.ForwardBackward(x[0].Span, x[1].Span, g.Span), null, inputs);

    private static OptionLoss New(
        string title, Type declaration, TensorShape shape, int predictions, Func<CustomInputs, OptionFunction> bind, Draw? perLocation, params Draw[] inputs) =>
        new(OptionGroup.Library, declaration, shape, predictions, bind, inputs) { Title = title, PerLocation = perLocation };

    private static Span<float> Part(AlignedBuffer<float> gradients, CustomInputs inputs, int index) => gradients.Span.Slice(index * inputs[0].Length, inputs[0].Length);
}

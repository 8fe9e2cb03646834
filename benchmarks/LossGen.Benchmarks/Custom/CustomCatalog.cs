using LossZoo.Custom;

namespace LossGen.Benchmarks.Custom;

/// <summary>The elementwise custom losses of the sample.</summary>
public static class CustomCatalog
{
    // Errors from 0 to 8, most of them small, on both sides of every threshold in a formula.
    private static readonly Draw scores = static (random, count) => random.Uniform<float>(count, -4, 4);
    private static readonly Draw signs = static (random, count) => random.Signs<float>(count);
    private static readonly Draw answers = static (random, count) => random.WholeNumbers<float>(count, below: 2);
    private static readonly Draw logarithms = static (random, count) => random.Uniform<float>(count, -1, 2);
    private static readonly Draw counts = static (random, count) => random.WholeNumbers<float>(count, below: 8);
    private static readonly Draw variances = static (random, count) => random.Uniform<float>(count, 0.1, 2);

    public static IReadOnlyList<ElementwiseLoss> All { get; } =
    [
        Regression<L1Loss.Method>(new L1Loss()),
        Regression<SquaredErrorLoss.Method>(new SquaredErrorLoss()),
        Regression<HuberLoss.Method>(new HuberLoss()),
        Regression<SmoothL1Loss.Method>(new SmoothL1Loss()),
        Regression<LogCoshLoss.Method>(new LogCoshLoss()),
        Regression<PseudoHuberLoss.Method>(new PseudoHuberLoss()),
        Regression<GeneralisedCharbonnierLoss.Method>(new GeneralisedCharbonnierLoss()),
        Regression<GeneralRobustLoss.Method>(new GeneralRobustLoss()),
        Regression<CauchyLoss.Method>(new CauchyLoss()),
        Regression<TukeyBiweightLoss.Method>(new TukeyBiweightLoss()),
        Regression<QuantileLoss.Method>(new QuantileLoss()),
        Margin<SquaredHingeLoss.Method>(new SquaredHingeLoss()),
        Margin<ExponentialLoss.Method>(new ExponentialLoss()),
        Margin<SoftMarginLoss.Method>(new SoftMarginLoss()),
        Answer<BinaryCrossEntropyWithLogitsLoss.Method>(new BinaryCrossEntropyWithLogitsLoss()),
        Answer<FocalLoss.Method>(new FocalLoss()),
        Count<PoissonLoss.Method>(new PoissonLoss()),
        Count<TweedieLoss.Method>(new TweedieLoss()),
        new CustomGaussian(scores, variances, scores),
    ];

    private static CustomLossOfTwo<TMethod> Regression<TMethod>(ILoss<float, float> loss)
        where TMethod : struct, IMethodOfTwo => new(loss, scores, scores);

    private static CustomLossOfTwo<TMethod> Margin<TMethod>(ILoss<float, float> loss)
        where TMethod : struct, IMethodOfTwo => new(loss, scores, signs);

    private static CustomLossOfTwo<TMethod> Answer<TMethod>(ILoss<float, float> loss)
        where TMethod : struct, IMethodOfTwo => new(loss, scores, answers);

    private static CustomLossOfTwo<TMethod> Count<TMethod>(ILoss<float, float> loss)
        where TMethod : struct, IMethodOfTwo => new(loss, logarithms, counts);
}

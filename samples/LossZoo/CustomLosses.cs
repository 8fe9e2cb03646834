using LossGen;
using LossZoo.Custom;
using LossZoo.Custom.OverClasses;
using LossZoo.Input;

namespace LossZoo;

/// <summary>
/// The custom losses of single elements and over classes, whose formulas are in Custom: each on pixels and what the mean image of the digit predicts for them, or, over
/// classes, on the digits and the distances to the mean images.
/// </summary>
public static class CustomLosses
{
    /// <summary>Every loss.</summary>
    public static IReadOnlyList<ILossExhibit> All { get; } =
    [
        Regression("L1", "w/N · Σ |x − y|", new L1Loss().ForwardBackward),
        Regression("SquaredError", "w/N · Σ (x − y)²", new SquaredErrorLoss().ForwardBackward),
        Regression("Huber", "w/N · Σ (|x − y| ≤ δ ? (x − y)²/2 : δ·(|x − y| − δ/2))", new HuberLoss().ForwardBackward),
        Regression("SmoothL1", "w/N · Σ (|x − y| < β ? (x − y)²/(2β) : |x − y| − β/2)", new SmoothL1Loss().ForwardBackward),
        Regression("LogCosh", "w/N · Σ log cosh(x − y)", new LogCoshLoss().ForwardBackward),
        Regression("PseudoHuber", "w/N · Σ δ²·(√(1 + (x − y)²/δ²) − 1)", new PseudoHuberLoss().ForwardBackward),
        Regression("GeneralisedCharbonnier", "w/N · Σ ((x − y)² + ε²)^a", new GeneralisedCharbonnierLoss().ForwardBackward),
        Regression("GeneralRobust", "w/N · Σ (2 − α)/α · (((x − y)²/((2 − α)·s²) + 1)^(α/2) − 1)", new GeneralRobustLoss().ForwardBackward),
        Regression("Cauchy", "w/N · Σ c²/2 · log(1 + (x − y)²/c²)", new CauchyLoss().ForwardBackward),
        Regression("TukeyBiweight", "w/N · Σ c²/6 · (|x − y| ≥ c ? 1 : 1 − (1 − (x − y)²/c²)³)", new TukeyBiweightLoss().ForwardBackward),
        Regression("Quantile", "w/N · Σ (y ≥ x ? τ·(y − x) : (1 − τ)·(x − y))", new QuantileLoss().ForwardBackward),
        Margin("SquaredHinge", "w/N · Σ max(1 − x·y, 0)²", new SquaredHingeLoss().ForwardBackward),
        Margin("Exponential", "w/N · Σ exp(−x·y)", new ExponentialLoss().ForwardBackward),
        Margin("SoftMargin", "w/N · Σ log(1 + exp(−x·y))", new SoftMarginLoss().ForwardBackward),
        Answer("BinaryCrossEntropyWithLogits", "w/N · Σ (y·log(1 + exp(−x)) + (1 − y)·log(1 + exp(x)))", new BinaryCrossEntropyWithLogitsLoss().ForwardBackward),
        Answer("Focal", "w/N · Σ a·(1 − p)^γ · −log p, p the probability of the answer y, a = α for yes, 1 − α for no", new FocalLoss().ForwardBackward),
        Count("Poisson", "w/N · Σ (exp(x) − y·x), x the logarithm of the rate", new PoissonLoss().ForwardBackward),
        Count("Tweedie", "w/N · Σ (exp((2 − p)·x)/(2 − p) − y·exp((1 − p)·x)/(1 − p)), x the logarithm of the mean", new TweedieLoss().ForwardBackward),
        new CustomLoss("Gaussian", "w/(2N) · Σ (log y + (x − z)²/y), x = mean, y = variance, z = target", static input => LossRow.Of(
            new GaussianLoss().ForwardBackward, input.Means.To<float>(), input.Deviations.Map(Square).To<float>(), input.Pixels.To<float>())),
        new CustomLoss("FullGaussian", "w/(2N) · Σ (log 2πv + (x − y)²/v), x = mean, y = target, v = max(z, ε), z = variance", static input => LossRow.Of(
            new FullGaussianLoss().ForwardBackward, input.Means.To<float>(), input.Pixels.To<float>(), input.Deviations.Map(Square).To<float>())),
        new CustomLoss("MarginRanking", "w/N · Σ max(0, m − z·(x − y)), z = ±1", static input => LossRow.Of(
            new MarginRankingLoss().ForwardBackward, input.Means.To<float>(), input.Means.Map(static _ => 0.5).To<float>(), InkSigns(input))),
        new CustomLoss("HingeEmbedding", "w/N · Σ (y > 0 ? x : max(0, m − x)), x = distance", static input => LossRow.Of(
            new HingeEmbeddingLoss().ForwardBackward, input.Means.Map(static mean => 1 - mean).To<float>(), InkSigns(input))),
        new CustomLoss("NegativeBinomial", "w/N · Σ (log Γ(r) + log y! − log Γ(y + r) + r·log(1 + m/r) + y·log(1 + r/m)), m = exp x, r = exp z", static input => LossRow.Of(
            new NegativeBinomialLoss().ForwardBackward, LogRates(input), Sixteenths(input), input.Deviations.Map(static deviation => Math.Log(16 * deviation)).To<float>())),
        new CustomLoss("Student", "w/N · Σ (log Γ(z/2) − log Γ((z + 1)/2) + log(πz)/2 + (z + 1)/2 · log(1 + (x − y)²/z)), z = degrees of freedom", static input => LossRow.Of(
            new StudentLoss().ForwardBackward, input.Means.To<float>(), input.Pixels.To<float>(), input.Deviations.Map(static deviation => 1 + deviation).To<float>())),
        new CustomLoss("ContinuousRankedProbability", "w/N · Σ ((y − x)·erf(t/√2) + z·(2·φ(t) − 1/√π)), t = (y − x)/z, z = deviation", static input => LossRow.Of(
            new ContinuousRankedProbabilityLoss().ForwardBackward, input.Means.To<float>(), input.Pixels.To<float>(), input.Deviations.To<float>())),
        Count("FullPoisson", "w/N · Σ (exp(x) − y·x + (y > 1 ? y·log y − y + log(2πy)/2 : 0)), x the logarithm of the rate", new FullPoissonLoss().ForwardBackward),
        Regression("Tobit", "w/N · Σ (y ≤ l ? −log Φ(l − x) : (x − y)²/2 + log(2π)/2)", new TobitLoss().ForwardBackward),
        OverDigits("FocalSoftmax", "w/L · Σ (1 − p)^γ · −log p, p = σ(x)_g", new FocalSoftmaxLoss()),
        OverDigits("Poly1Softmax", "w/L · Σ (−log p + ε·(1 − p)), p = σ(x)_g", new Poly1SoftmaxLoss()),
        OverDigits("GeneralisedCrossEntropy", "w/L · Σ (1 − p^q)/q, p = σ(x)_g", new GeneralisedCrossEntropyLoss()),
        OverDigits("LabelSmoothing", "−w/L · Σ ((1 − ε)·log σ(x)_g + ε/C · Σ_c log σ(x)_c)", new LabelSmoothingLoss()),
    ];

    // Which digit is it, from ten logits.
    private static CustomLoss OverDigits(string name, string formula, ILoss<float, int> loss) =>
        new(name, formula, input => LossRow.Of(loss, input.Logits.To<float>(), input.Labels.To<int>()));

    // The mean is the prediction of the pixel.
    private static CustomLoss Regression(string name, string formula, TwoGradients<float> loss) =>
        new(name, formula, input => LossRow.Of(loss, input.Means.To<float>(), input.Pixels.To<float>()));

    // Ink (1) or not (−1), by a score that is beyond the margin if the mean is in the upper or the lower quarter.
    private static CustomLoss Margin(string name, string formula, TwoGradients<float> loss) =>
        new(name, formula, input => LossRow.Of(loss, input.Means.Map(static mean => 4 * (mean - 0.5)).To<float>(), InkSigns(input)));

    // Ink (1) or not (0), the mean being the probability.
    private static CustomLoss Answer(string name, string formula, TwoGradients<float> loss) =>
        new(name, formula, input => LossRow.Of(loss, input.Means.Map(static mean => Math.Log(mean / (1 - mean))).To<float>(), input.Pixels.Map(Math.Round).To<float>()));

    // A pixel in sixteenths is a count, and the mean in sixteenths its rate.
    private static CustomLoss Count(string name, string formula, TwoGradients<float> loss) =>
        new(name, formula, input => LossRow.Of(loss, LogRates(input), Sixteenths(input)));

    private static float[] InkSigns(DigitInput input) => input.Pixels.Map(static pixel => pixel > 0.5 ? 1 : -1).To<float>();

    private static float[] LogRates(DigitInput input) => input.Means.Map(static mean => Math.Log(16 * mean)).To<float>();

    private static float[] Sixteenths(DigitInput input) => input.Pixels.Map(static pixel => 16 * pixel).To<float>();

    private static double Square(double x) => x * x;
}

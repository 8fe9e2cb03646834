using LossGen;
using LossZoo.Custom.AlongAxis;
using LossZoo.Input;

namespace LossZoo;

/// <summary>The custom losses along an axis, whose formulas are in Custom/AlongAxis, on the digits and the distances to the mean images.</summary>
public static class LossesAlongAxis
{
    // Numbers for each digit: weights from 1 to 1.9, frequencies that rise, margins that fall.
    private static readonly float[] Weights = [.. Enumerable.Range(0, 10).Select(static digit => 1 + (digit / 10f))];
    private static readonly float[] Priors = [.. Enumerable.Range(0, 10).Select(static digit => (digit + 1) / 55f)];
    private static readonly float[] Margins = [.. Enumerable.Range(0, 10).Select(static digit => 0.5f / MathF.Sqrt(MathF.Sqrt(digit + 1)))];

    /// <summary>Every loss.</summary>
    public static IReadOnlyList<ILossExhibit> All { get; } =
    [
        OverDigits("MultiMargin", "w/L · Σ 1/C · Σ_{c ≠ g} max(0, m − x_g + x_c)", new MultiMarginLoss()),
        OverDigits("TemperedSoftmax", "−w/L · Σ log σ(x/T)_g", new TemperedSoftmaxLoss()),
        OverDigits("SoftcappedSoftmax", "−w/L · Σ log σ(a·tanh(x/a))_g", new SoftcappedSoftmaxLoss()),
        OfCosines("AdditiveMarginSoftmax", "w/L · Σ −log σ(s·(x − m·[c = g]))_g", new AdditiveMarginSoftmaxLoss()),
        OfCosines("ArcFace", "w/L · Σ −log σ(s·x′)_g, x′_g = cos(arccos x_g + m), else x′ = x", new ArcFaceLoss()),
        new CustomLoss("Entropy", "−w/L · Σ Σ_c p·log p, p = σ(x)", static input => LossRow.Of(new EntropyLoss().ForwardBackward, input.Logits.To<float>())),
        OfSoftLabels("SoftDice", "w/L · Σ (1 − (2·Σ_c p·y + s)/(Σ_c p + Σ_c y + s)), p = sigmoid(x)", new SoftDiceLoss().ForwardBackward, static input => input.Logits),
        OfSoftLabels("Tversky", "w/L · Σ (1 − (t + s)/(t + α·Σ_c x·(1 − y) + β·Σ_c (1 − x)·y + s)), t = Σ_c x·y", new TverskyLoss().ForwardBackward, static input => input.Probabilities),
        OfSoftLabels("Correlation", "w/L · Σ (1 − Σ_c (x − x̄)·(y − ȳ)/√(Σ_c (x − x̄)²·Σ_c (y − ȳ)²))", new CorrelationLoss().ForwardBackward, static input => input.Logits),
        OfLogarithms("KLDivergence", "w/L · Σ Σ_c exp(y)·(y − x)", new KLDivergenceLoss().ForwardBackward),
        OfLogarithms("JensenShannon", "w/(2L) · Σ Σ_c (p·log(p/m) + q·log(q/m)), p = σ(x), q = σ(y), m = (p + q)/2", new JensenShannonLoss().ForwardBackward),
        new CustomLoss("Distillation", "w/L · Σ (α·T²·KL(σ(y/T), σ(x/T)) − (1 − α)·log σ(x)_g), x = student, y = teacher", static input => LossRow.Of(
            new DistillationLoss().ForwardBackward, input.Logits.To<float>(), Logarithms(input.SoftLabels), input.Labels.To<int>())),
        new CustomLoss("TripletMargin", "w/L · Σ max(0, m + ‖x − y‖ − ‖x − z‖), x = anchor, y = positive, z = negative", static input => LossRow.Of(
            new TripletMarginLoss().ForwardBackward, input.Probabilities.To<float>(), input.SoftLabels.To<float>(), input.Probabilities.Map(static probability => 0.9 * probability).To<float>())),
        OverDigits("ZLoss", "w/L · Σ (−log σ(x)_g + z·(log Σ_c exp x_c)²)", new ZLoss()),
        OverDigits("ConfidencePenalty", "−w/L · Σ (log σ(x)_g + β·H(σ(x))), H = entropy", new ConfidencePenaltyLoss()),
        OverDigits("ClassWeightedCrossEntropy", "−w/Σ ω_g · Σ ((1 − ε)·ω_g·log σ(x)_g + ε/C · Σ_c ω_c·log σ(x)_c)", new ClassWeightedCrossEntropyLoss(Weights)),
        OverDigits("ClassWeightedFocal", "w/L · Σ ω_g · (1 − p)^γ · −log p, p = σ(x)_g", new ClassWeightedFocalLoss(Weights)),
        OverDigits("LogitAdjusted", "−w/L · Σ log σ(x + τ·log π)_g, π = priors", new LogitAdjustedLoss(Priors)),
        OverDigits("LabelDistributionAwareMargin", "−w/L · Σ log σ(s·(x − m_c·[c = g]))_g", new LabelDistributionAwareMarginLoss(Margins)),
        OverDigits("SquaredMultiMargin", "w/L · Σ ω_g/C · Σ_{c ≠ g} max(0, m − x_g + x_c)²", new SquaredMultiMarginLoss(Weights)),
        new CustomLoss("SoftLabelCrossEntropy", "−w/L · Σ Σ_c ω_c·y_c·log σ(x)_c", static input => LossRow.Of(
            new SoftLabelCrossEntropyLoss(Weights).ForwardBackward, input.Logits.To<float>(), input.SoftLabels.To<float>())),
        new CustomLoss("RootMeanSquare", "w · √(1/L · Σ 1/C · Σ_c (x − y)²)", static input => LossRow.Of(
            new RootMeanSquareLoss().ForwardBackward, input.Probabilities.To<float>(), input.SoftLabels.To<float>())),
        OfTarget("BatchDice", "w · (1 − (2·ΣΣ_c p·y + s)/(ΣΣ_c p + ΣΣ_c y + s)), p = sigmoid(x)", new BatchDiceLoss(), static input => input.SoftLabels),
        OfTarget("MultiLabelSoftMargin", "−w/L · Σ 1/C · Σ_c ω_c·(y·log p + (1 − y)·log(1 − p)), p = sigmoid(x)", new MultiLabelSoftMarginLoss(Weights), static input => input.SoftLabels),
        OfTarget("PositiveWeightedCrossEntropy", "−w/L · Σ 1/C · Σ_c (ω_c·y·log p + (1 − y)·log(1 − p)), p = sigmoid(x)", new PositiveWeightedCrossEntropyLoss(Weights), static input => input.SoftLabels),
        OfTarget("SupervisedContrastive", "−w/L · Σ 1/Σ_c y · Σ_c y·log σ(x/T)_c", new SupervisedContrastiveLoss(), static input => input.SoftLabels),
        new CustomLoss("OrdinalRegression", "−w/L · Σ Σ_c (c < y ? log p : log(1 − p)), p = sigmoid(x)", static input => LossRow.Of(
            new OrdinalRegressionLoss(), static (loss, x, g) => loss.ForwardBackward(x[0], x[1], g[0]), 1, input.Logits.To<float>(), input.Labels.To<float>())),
        new CustomLoss("CosineEmbedding", "w/L · Σ (y > 0 ? 1 − cos(x, z) : max(0, cos(x, z) − m))", static input => LossRow.Of(
            new CosineEmbeddingLoss(), static (loss, x, g) => loss.ForwardBackward(x[0], x[1], x[2], g[0], g[1]), 2, input.Probabilities.To<float>(), input.SoftLabels.To<float>(), AlternateSigns(input))),
        new CustomLoss("Contrastive", "w/L · Σ (y·d² + (1 − y)·max(0, m − d)²), d = ‖x − z‖", static input => LossRow.Of(
            new ContrastiveLoss(), static (loss, x, g) => loss.ForwardBackward(x[0], x[1], x[2], g[0], g[1]), 2, input.Probabilities.To<float>(), input.SoftLabels.To<float>(), input.Labels.Map(static digit => digit % 2).To<float>())),
        new CustomLoss("InfoNCE", "−w/L · Σ log(exp(y/T)/(exp(y/T) + Σ_c exp(x/T))), x = negatives, y = positive", static input => LossRow.Of(
            new InfoNCELoss(), static (loss, x, g) => loss.ForwardBackward(x[0], x[1], g[0], g[1]), 2, input.Probabilities.To<float>(), input.Labels.Map(static digit => digit / 10).To<float>())),
        new CustomLoss("Mixup", "−w/L · Σ (λ·log σ(x)_g + (1 − λ)·log σ(x)_h), λ = share", static input => LossRow.Of(
            new MixupLoss(), (loss, x, g) => loss.ForwardBackward(x[0], input.Labels.To<int>(), NextDigit(input), x[1], g[0]), 1, input.Logits.To<float>(), input.Labels.Map(static digit => digit / 10).To<float>())),
        new CustomLoss("Unlikelihood", "−w/L · Σ (log σ(x)_g + α·Σ_c [y_c > 0]·log(1 − σ(x)_c))", static input => LossRow.Of(
            new UnlikelihoodLoss(), (loss, x, g) => loss.ForwardBackward(x[0], input.Labels.To<int>(), x[1], g[0]), 1, input.Logits.To<float>(), OtherDigits(input))),
    ];

    // Which digit is it, from ten logits.
    private static CustomLoss OverDigits(string name, string formula, ILoss<float, int> loss) =>
        new(name, formula, input => LossRow.Of(loss, input.Logits.To<float>(), input.Labels.To<int>()));

    // Nine tenths of a probability, as the cosine of an angle.
    private static CustomLoss OfCosines(string name, string formula, ILoss<float, int> loss) =>
        new(name, formula, input => LossRow.Of(loss, input.Probabilities.Map(static probability => 0.9 * probability).To<float>(), input.Labels.To<int>()));

    private static CustomLoss OfSoftLabels(string name, string formula, TwoGradients<float> loss, Func<DigitInput, Tensor> prediction) =>
        new(name, formula, input => LossRow.Of(loss, prediction(input).To<float>(), input.SoftLabels.To<float>()));

    private static CustomLoss OfLogarithms(string name, string formula, TwoGradients<float> loss) =>
        new(name, formula, input => LossRow.Of(loss, Logarithms(input.Probabilities), Logarithms(input.SoftLabels)));

    private static float[] Logarithms(Tensor probabilities) => probabilities.Map(static probability => Math.Log(Math.Max(probability, 1e-30))).To<float>();

    // A target without a gradient.
    private static CustomLoss OfTarget(string name, string formula, ILoss<float, float> loss, Func<DigitInput, Tensor> target) =>
        new(name, formula, input => LossRow.Of(loss, input.Logits.To<float>(), target(input).To<float>()));

    private static float[] AlternateSigns(DigitInput input) => input.Labels.Map(static digit => digit % 2 == 0 ? 1 : -1).To<float>();

    private static int[] NextDigit(DigitInput input) => input.Labels.Map(static digit => (digit + 1) % 10).To<int>();

    // 1 for every digit but the label.
    private static float[] OtherDigits(DigitInput input) => input.SoftLabels.Map(static probability => probability < 0.5 ? 1 : 0).To<float>();
}

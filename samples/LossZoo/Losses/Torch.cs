using LossGen;
using LossZoo.Input;

namespace LossZoo.Losses;

/// <summary>
/// The losses of torch.nn that an attribute declares with options, each on what its relative in Custom is on: pixels and what the mean image of their digit predicts for
/// them, or digits and their distances to the mean images.
/// </summary>
public sealed class Torch : ILossExhibit
{
    /// <inheritdoc/>
    public string Name => "Torch";

    /// <inheritdoc/>
    public string Formula => "the mean over elements or, along an axis, over locations, of what the attribute documents";

    /// <inheritdoc/>
    public IEnumerable<LossRow> Rows(DigitInput input)
    {
        float[] means = input.Means.To<float>(), pixels = input.Pixels.To<float>();
        float[] signs = input.Pixels.Map(static pixel => pixel > 0.5 ? 1 : -1).To<float>();
        float[] scores = input.Means.Map(static mean => 4 * (mean - 0.5)).To<float>();
        yield return LossRow.Of(new AbsoluteErrorOfPixels().ForwardBackward, means, pixels);
        yield return LossRow.Of(new SmoothErrorOfPixels().ForwardBackward, means, pixels);
        yield return LossRow.Of(new HuberOfPixels().ForwardBackward, means, pixels);
        yield return LossRow.Of(new AnswerOfPixels().ForwardBackward, scores, input.Pixels.Map(Math.Round).To<float>());
        yield return LossRow.Of(new CountOfPixels().ForwardBackward, input.Means.Map(static mean => 16 * mean).To<float>(), input.Pixels.Map(static pixel => 16 * pixel).To<float>());
        yield return LossRow.Of(new NormalOfPixels().ForwardBackward, means, pixels, input.Deviations.Map(static deviation => deviation * deviation).To<float>());
        yield return LossRow.Of(new SoftMarginOfPixels().ForwardBackward, scores, signs);
        yield return LossRow.Of(new RankingOfPixels().ForwardBackward, means, input.Means.Map(static _ => 0.5).To<float>(), signs);
        yield return LossRow.Of(new DistanceOfPixels(), input.Means.Map(static mean => 1 - mean).To<float>(), signs);

        float[] logits = input.Logits.To<float>(), probabilities = input.Probabilities.To<float>(), softLabels = input.SoftLabels.To<float>();
        float[] alternateSigns = input.Labels.Map(static digit => digit % 2 == 0 ? 1 : -1).To<float>();
        yield return LossRow.Of(new DivergenceOfDigits().ForwardBackward, input.Probabilities.Map(static probability => Math.Log(Math.Max(probability, 1e-30))).To<float>(), softLabels);
        yield return LossRow.Of(
            new CosineOfDigits(), static (loss, x, g) => loss.ForwardBackward(x[0], x[1], x[2], g[0], g[1]), 2, probabilities, softLabels, alternateSigns);
        yield return LossRow.Of(new TripletOfDigits().ForwardBackward, probabilities, softLabels, input.Probabilities.Map(static probability => 0.9 * probability).To<float>());
        yield return LossRow.Of(new MarginOfDigits(), logits, input.Labels.To<int>());
        yield return LossRow.Of(new NeighboursOfDigits(), logits, Neighbours(input.Labels.To<int>()));
        yield return LossRow.Of(new AnswersOfDigits().ForwardBackward, logits, softLabels);
        yield return LossRow.Of(new RareDigits().ForwardBackward, logits, softLabels);
        yield return LossRow.Of(new FocalOfDigits(), logits, input.Labels.To<int>());
        yield return LossRow.Of(new DiceOfDigits().ForwardBackward, logits, softLabels);
        yield return LossRow.Of(new TverskyOfDigits().ForwardBackward, probabilities, softLabels);
    }

    // A digit and the next one, as lists of classes say it.
    private static bool[] Neighbours(int[] digits)
    {
        const int Classes = 10;
        int[] lists = [.. digits.SelectMany(static digit => Enumerable.Repeat(-1, Classes - 2).Prepend((digit + 1) % Classes).Prepend(digit))];
        bool[] target = new bool[lists.Length];
        MultiHot.Fill<int>(lists, Classes, target);
        return target;
    }
}

/// <summary>Σ |x − y|: a sum rather than a mean.</summary>
[L1Loss(Reduction = LossReduction.Sum)]
public sealed partial class AbsoluteErrorOfPixels;

/// <summary>Smooth below an error of an eighth.</summary>
[SmoothL1Loss(Beta = 0.125)]
public sealed partial class SmoothErrorOfPixels;

/// <summary>Linear beyond an error of a quarter, over images of 64 pixels: the mean, over images, of their sums.</summary>
[HuberLoss(Shape.Batch, 8, 8, Delta = 0.25, Reduction = LossReduction.Mean)]
public sealed partial class HuberOfPixels;

/// <summary>Ink counts twice.</summary>
[BinaryCrossEntropyWithLogitsLoss(PositiveWeight = 2)]
public sealed partial class AnswerOfPixels;

/// <summary>Counts of sixteenths, whose rate is predicted rather than its logarithm.</summary>
[PoissonNLLLoss(LogInput = false, Full = true)]
public sealed partial class CountOfPixels;

/// <summary>With the constant, and a deviation of at least a hundredth.</summary>
[GaussianNLLLoss(Full = true, Epsilon = 1e-4)]
public sealed partial class NormalOfPixels;

/// <summary>Ink or not, without options.</summary>
[SoftMarginLoss]
public sealed partial class SoftMarginOfPixels;

/// <summary>Ink is above a half by a tenth; its parameters are called <c>pixel</c>, <c>half</c> and <c>ink</c>.</summary>
[MarginRankingLoss(Margin = 0.1, Bottoms = ["pixel", "half", "ink"])]
public sealed partial class RankingOfPixels;

/// <summary>Ink is near, everything else as far as a half.</summary>
[HingeEmbeddingLoss(Margin = 0.5)]
public sealed partial class DistanceOfPixels;

/// <summary>PyTorch's <c>batchmean</c>.</summary>
[KLDivLoss(Shape.Batch, 10, Reduction = LossReduction.Mean)]
public sealed partial class DivergenceOfDigits;

/// <summary>Even digits point to their labels, odd ones away from them.</summary>
[CosineEmbeddingLoss(Shape.Batch, 10, Margin = 0.2)]
public sealed partial class CosineOfDigits;

/// <summary>Distances are sums of absolute differences.</summary>
[TripletMarginLoss(Shape.Batch, 10, P = 1, Swap = true)]
public sealed partial class TripletOfDigits;

/// <summary>Squared, with a weight for each digit.</summary>
[MultiMarginLoss(Shape.Batch, 10, P = 2, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.None, Weights = [1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9])]
public sealed partial class MarginOfDigits;

/// <summary>A digit and the next one are above all others.</summary>
[MultiLabelMarginLoss(Shape.Batch, 10)]
public sealed partial class NeighboursOfDigits;

/// <summary>Each digit is a question of its own.</summary>
[MultiLabelSoftMarginLoss(Shape.Batch, 10)]
public sealed partial class AnswersOfDigits;

/// <summary>The same, where the answer yes counts more the rarer the digit.</summary>
[BinaryCrossEntropyWithLogitsLoss(Shape.Batch, 10, PositiveWeights = [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5])]
public sealed partial class RareDigits;

/// <summary>Hardly anything for confident answers.</summary>
[FocalLoss(Shape.Batch, 10, Gamma = 3)]
public sealed partial class FocalOfDigits;

/// <summary>Of logits.</summary>
[DiceLoss(Shape.Batch, 10)]
public sealed partial class DiceOfDigits;

/// <summary>Of probabilities; what is missing weighs more than what is too much.</summary>
[TverskyLoss(Shape.Batch, 10, Alpha = 0.3, Beta = 0.7, FromLogits = false)]
public sealed partial class TverskyOfDigits;

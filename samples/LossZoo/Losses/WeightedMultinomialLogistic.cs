using LossGen;
using LossZoo.Input;

namespace LossZoo.Losses;

/// <summary>
/// The multinomial logistic loss with weights: constants, weights passed to the constructor, and weights passed to each call, normalised
/// in every way. The input is that of <see cref="MultinomialLogistic"/>: shades as planes (NCHW), and digits for the constants of a
/// data point, of which 1, 3 and 8, which the nearest mean confuses most, count twice. Local normalisation removes the preference for
/// some locations and keeps only the proportions of the classes.
/// </summary>
public sealed class WeightedMultinomialLogistic : ILossExhibit
{
    /// <inheritdoc/>
    public string Name => "WeightedMultinomialLogistic";

    /// <inheritdoc/>
    public string Formula => "−w/L · Σ ω_g · log x_g   ∂x: −w/L · ω_g / x_g at g, else 0";

    /// <inheritdoc/>
    public IEnumerable<LossRow> Rows(DigitInput input)
    {
        float[] digits = input.Probabilities.To<float>();
        int[] digitLabels = input.Labels.To<int>();
        float[] planes = input.Shades.Probabilities.Permute(0, 3, 1, 2).To<float>();
        int[] labels = input.Shades.Labels.To<int>();
        float[] perClass = input.Shades.Weights.PerClass.To<float>();
        float[] perDataPoint = input.Shades.Weights.PerDataPoint.Permute(2, 0, 1).To<float>();
        float[] perPrediction = input.Shades.Weights.PerPrediction.Permute(0, 3, 1, 2).To<float>();

        yield return LossRow.Of(new LogisticPerClass(), planes, labels);
        yield return LossRow.Of(new LogisticPerClassGlobally(), planes, labels);
        yield return LossRow.Of(new LogisticPerClassAsGiven(), planes, labels);
        yield return LossRow.Of(new LogisticPerClassEqually(), planes, labels);
        yield return LossRow.Of(new LogisticPerClassAtRunTime(perClass), planes, labels);
        yield return LossRow.Of(new LogisticPerClassAtRunTimeGlobally(perClass), planes, labels);
        yield return LossRow.Of(new LogisticPerClassAtRunTimeAsGiven(perClass), planes, labels);
        yield return LossRow.Of(new LogisticPerDigit(), digits, digitLabels);
        yield return LossRow.Of(new LogisticPerDigitGlobally(), digits, digitLabels);
        yield return LossRow.Of(new LogisticPerDigitAsGiven(), digits, digitLabels);
        yield return LossRow.Of(new LogisticPerDataPoint(perDataPoint), planes, labels);
        yield return LossRow.Of(new LogisticPerDataPointGlobally(perDataPoint), planes, labels);
        yield return LossRow.Of(new LogisticPerDataPointAsGiven(perDataPoint), planes, labels);
        yield return LossRow.Of(new LogisticPerPrediction(), planes, labels, perPrediction);
        yield return LossRow.Of(new LogisticPerPredictionGlobally(), planes, labels, perPrediction);
        yield return LossRow.Of(new LogisticPerPredictionAsGiven(), planes, labels, perPrediction);
        yield return LossRow.Of(
            new LogisticPerPixelOfDoubles(input.Shades.Weights.PerDataPoint.To<double>()), input.Shades.Probabilities.To<double>(), input.Shades.Labels.To<byte>());
    }
}

/// <summary>−1/(64·N) · Σ ω_g · log x_g, ω being constants scaled to sum to C at each location.</summary>
[MultinomialLogisticLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerClass, Weights = [0.5, 2, 1])]
public sealed partial class LogisticPerClass;

/// <summary>−1/(64·N) · Σ ω_g · log x_g, ω being constants scaled to sum to their number in each data point.</summary>
[MultinomialLogisticLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerClass, Weights = [0.5, 2, 1], Normalize = WeightNormalization.Global)]
public sealed partial class LogisticPerClassGlobally;

/// <summary>−1/(64·N) · Σ ω_g · log x_g, ω being constants, unscaled.</summary>
[MultinomialLogisticLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerClass, Weights = [0.5, 2, 1], Normalize = WeightNormalization.None)]
public sealed partial class LogisticPerClassAsGiven;

/// <summary>Equal weights, once normalised, have no effect: the value of <see cref="LogisticOfPlanes"/>.</summary>
[MultinomialLogisticLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerClass, Weights = [7, 7, 7])]
public sealed partial class LogisticPerClassEqually;

/// <summary>−1/(64·N) · Σ ω_g · log x_g, ω being passed to the constructor and scaled to sum to C at each location.</summary>
[MultinomialLogisticLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerClass)]
public sealed partial class LogisticPerClassAtRunTime;

/// <summary>−1/(64·N) · Σ ω_g · log x_g, ω being passed to the constructor and scaled to sum to their number in each data point.</summary>
[MultinomialLogisticLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.Global)]
public sealed partial class LogisticPerClassAtRunTimeGlobally;

/// <summary>−1/(64·N) · Σ ω_g · log x_g, ω being passed to the constructor, unscaled.</summary>
[MultinomialLogisticLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.None)]
public sealed partial class LogisticPerClassAtRunTimeAsGiven;

/// <summary>−1/N · Σ ω_g · log x_g, ω being constants scaled to sum to C at each location.</summary>
[MultinomialLogisticLoss(Shape.Batch, 10, Weighting = WeightingMode.PerDataPoint, Weights = [1, 2, 1, 2, 1, 1, 1, 1, 2, 1])]
public sealed partial class LogisticPerDigit;

/// <summary>−1/N · Σ ω_g · log x_g, ω being constants scaled to sum to their number in each data point.</summary>
[MultinomialLogisticLoss(Shape.Batch, 10, Weighting = WeightingMode.PerDataPoint, Weights = [1, 2, 1, 2, 1, 1, 1, 1, 2, 1], Normalize = WeightNormalization.Global)]
public sealed partial class LogisticPerDigitGlobally;

/// <summary>−1/N · Σ ω_g · log x_g, ω being constants, unscaled.</summary>
[MultinomialLogisticLoss(Shape.Batch, 10, Weighting = WeightingMode.PerDataPoint, Weights = [1, 2, 1, 2, 1, 1, 1, 1, 2, 1], Normalize = WeightNormalization.None)]
public sealed partial class LogisticPerDigitAsGiven;

/// <summary>−1/(64·N) · Σ ω_g · log x_g, ω being passed to the constructor and scaled to sum to C at each location.</summary>
[MultinomialLogisticLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerDataPoint)]
public sealed partial class LogisticPerDataPoint;

/// <summary>−1/(64·N) · Σ ω_g · log x_g, ω being passed to the constructor and scaled to sum to their number in each data point.</summary>
[MultinomialLogisticLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerDataPoint, Normalize = WeightNormalization.Global)]
public sealed partial class LogisticPerDataPointGlobally;

/// <summary>−1/(64·N) · Σ ω_g · log x_g, ω being passed to the constructor, unscaled.</summary>
[MultinomialLogisticLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerDataPoint, Normalize = WeightNormalization.None)]
public sealed partial class LogisticPerDataPointAsGiven;

/// <summary>−1/(64·N) · Σ ω_g · log x_g, ω being passed to each call and scaled to sum to C at each location.</summary>
[MultinomialLogisticLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerPrediction)]
public sealed partial class LogisticPerPrediction;

/// <summary>−1/(64·N) · Σ ω_g · log x_g, ω being passed to each call and scaled to sum to their number in each data point.</summary>
[MultinomialLogisticLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.Global)]
public sealed partial class LogisticPerPredictionGlobally;

/// <summary>−1/(64·N) · Σ ω_g · log x_g, ω being passed to each call, unscaled.</summary>
[MultinomialLogisticLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.None)]
public sealed partial class LogisticPerPredictionAsGiven;

/// <summary>−1/(64·N) · Σ ω_g · log x_g, NHWC in float64, ω being passed to the constructor: options can be combined.</summary>
[MultinomialLogisticLoss(
    Shape.Batch, 8, 8, 3, Dim = -1, Element = ElementType.Double, Label = LabelType.Byte,
    Weighting = WeightingMode.PerDataPoint, Normalize = WeightNormalization.Global)]
public sealed partial class LogisticPerPixelOfDoubles;

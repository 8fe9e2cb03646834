using LossGen;
using LossZoo.Input;

namespace LossZoo.Losses;

/// <summary>
/// Softmax with weights: constants, weights passed to the constructor, and weights passed to each call, normalised in every way. The
/// input is that of <see cref="Softmax"/>: shades as planes (NCHW), and digits for the constants of a data point, of which 1, 3 and 8,
/// which the nearest mean confuses most, count twice. Local normalisation removes the preference for some locations and
/// keeps only the proportions of the classes.
/// </summary>
public sealed class WeightedSoftmax : ILossExhibit
{
    /// <inheritdoc/>
    public string Name => "WeightedSoftmax";

    /// <inheritdoc/>
    public string Formula => "−w/L · Σ ω_g · log σ(x)_g   ∂x: w/L · ω_g · (σ(x)_c − [c = g])";

    /// <inheritdoc/>
    public IEnumerable<LossRow> Rows(DigitInput input)
    {
        float[] digits = input.Logits.To<float>();
        int[] digitLabels = input.Labels.To<int>();
        float[] planes = input.Shades.Logits.Permute(0, 3, 1, 2).To<float>();
        int[] labels = input.Shades.Labels.To<int>();
        float[] perClass = input.Shades.Weights.PerClass.To<float>();
        float[] perDataPoint = input.Shades.Weights.PerDataPoint.Permute(2, 0, 1).To<float>();
        float[] perPrediction = input.Shades.Weights.PerPrediction.Permute(0, 3, 1, 2).To<float>();

        yield return LossRow.Of(new SoftmaxPerClass(), planes, labels);
        yield return LossRow.Of(new SoftmaxPerClassGlobally(), planes, labels);
        yield return LossRow.Of(new SoftmaxPerClassAsGiven(), planes, labels);
        yield return LossRow.Of(new SoftmaxPerClassEqually(), planes, labels);
        yield return LossRow.Of(new SoftmaxPerClassAtRunTime(perClass), planes, labels);
        yield return LossRow.Of(new SoftmaxPerClassAtRunTimeGlobally(perClass), planes, labels);
        yield return LossRow.Of(new SoftmaxPerClassAtRunTimeAsGiven(perClass), planes, labels);
        yield return LossRow.Of(new SoftmaxPerDigit(), digits, digitLabels);
        yield return LossRow.Of(new SoftmaxPerDigitGlobally(), digits, digitLabels);
        yield return LossRow.Of(new SoftmaxPerDigitAsGiven(), digits, digitLabels);
        yield return LossRow.Of(new SoftmaxPerDataPoint(perDataPoint), planes, labels);
        yield return LossRow.Of(new SoftmaxPerDataPointGlobally(perDataPoint), planes, labels);
        yield return LossRow.Of(new SoftmaxPerDataPointAsGiven(perDataPoint), planes, labels);
        yield return LossRow.Of(new SoftmaxPerPrediction(), planes, labels, perPrediction);
        yield return LossRow.Of(new SoftmaxPerPredictionGlobally(), planes, labels, perPrediction);
        yield return LossRow.Of(new SoftmaxPerPredictionAsGiven(), planes, labels, perPrediction);
        yield return LossRow.Of(
            new SoftmaxPerPixelOfDoubles(input.Shades.Weights.PerDataPoint.To<double>()), input.Shades.Logits.To<double>(), input.Shades.Labels.To<byte>());
    }
}

/// <summary>−1/(64·N) · Σ ω_g · log σ(x)_g, ω being constants scaled to sum to C at each location.</summary>
[SoftmaxLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerClass, Weights = [0.5, 2, 1])]
public sealed partial class SoftmaxPerClass;

/// <summary>−1/(64·N) · Σ ω_g · log σ(x)_g, ω being constants scaled to sum to their number in each data point.</summary>
[SoftmaxLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerClass, Weights = [0.5, 2, 1], Normalize = WeightNormalization.Global)]
public sealed partial class SoftmaxPerClassGlobally;

/// <summary>−1/(64·N) · Σ ω_g · log σ(x)_g, ω being constants, unscaled.</summary>
[SoftmaxLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerClass, Weights = [0.5, 2, 1], Normalize = WeightNormalization.None)]
public sealed partial class SoftmaxPerClassAsGiven;

/// <summary>Equal weights, once normalised, have no effect: the value of <see cref="SoftmaxOfPlanes"/>.</summary>
[SoftmaxLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerClass, Weights = [7, 7, 7])]
public sealed partial class SoftmaxPerClassEqually;

/// <summary>−1/(64·N) · Σ ω_g · log σ(x)_g, ω being passed to the constructor and scaled to sum to C at each location.</summary>
[SoftmaxLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerClass)]
public sealed partial class SoftmaxPerClassAtRunTime;

/// <summary>−1/(64·N) · Σ ω_g · log σ(x)_g, ω being passed to the constructor and scaled to sum to their number in each data point.</summary>
[SoftmaxLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.Global)]
public sealed partial class SoftmaxPerClassAtRunTimeGlobally;

/// <summary>−1/(64·N) · Σ ω_g · log σ(x)_g, ω being passed to the constructor, unscaled.</summary>
[SoftmaxLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.None)]
public sealed partial class SoftmaxPerClassAtRunTimeAsGiven;

/// <summary>−1/N · Σ ω_g · log σ(x)_g, ω being constants scaled to sum to C at each location.</summary>
[SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerDataPoint, Weights = [1, 2, 1, 2, 1, 1, 1, 1, 2, 1])]
public sealed partial class SoftmaxPerDigit;

/// <summary>−1/N · Σ ω_g · log σ(x)_g, ω being constants scaled to sum to their number in each data point.</summary>
[SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerDataPoint, Weights = [1, 2, 1, 2, 1, 1, 1, 1, 2, 1], Normalize = WeightNormalization.Global)]
public sealed partial class SoftmaxPerDigitGlobally;

/// <summary>−1/N · Σ ω_g · log σ(x)_g, ω being constants, unscaled.</summary>
[SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerDataPoint, Weights = [1, 2, 1, 2, 1, 1, 1, 1, 2, 1], Normalize = WeightNormalization.None)]
public sealed partial class SoftmaxPerDigitAsGiven;

/// <summary>−1/(64·N) · Σ ω_g · log σ(x)_g, ω being passed to the constructor and scaled to sum to C at each location.</summary>
[SoftmaxLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerDataPoint)]
public sealed partial class SoftmaxPerDataPoint;

/// <summary>−1/(64·N) · Σ ω_g · log σ(x)_g, ω being passed to the constructor and scaled to sum to their number in each data point.</summary>
[SoftmaxLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerDataPoint, Normalize = WeightNormalization.Global)]
public sealed partial class SoftmaxPerDataPointGlobally;

/// <summary>−1/(64·N) · Σ ω_g · log σ(x)_g, ω being passed to the constructor, unscaled.</summary>
[SoftmaxLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerDataPoint, Normalize = WeightNormalization.None)]
public sealed partial class SoftmaxPerDataPointAsGiven;

/// <summary>−1/(64·N) · Σ ω_g · log σ(x)_g, ω being passed to each call and scaled to sum to C at each location.</summary>
[SoftmaxLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerPrediction)]
public sealed partial class SoftmaxPerPrediction;

/// <summary>−1/(64·N) · Σ ω_g · log σ(x)_g, ω being passed to each call and scaled to sum to their number in each data point.</summary>
[SoftmaxLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.Global)]
public sealed partial class SoftmaxPerPredictionGlobally;

/// <summary>−1/(64·N) · Σ ω_g · log σ(x)_g, ω being passed to each call, unscaled.</summary>
[SoftmaxLoss(Shape.Batch, 3, 8, 8, Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.None)]
public sealed partial class SoftmaxPerPredictionAsGiven;

/// <summary>−1/(64·N) · Σ ω_g · log σ(x)_g, NHWC in float64, ω being passed to the constructor: options can be combined.</summary>
[SoftmaxLoss(
    Shape.Batch, 8, 8, 3, Dim = -1, Element = ElementType.Double, Label = LabelType.Byte,
    Weighting = WeightingMode.PerDataPoint, Normalize = WeightNormalization.Global)]
public sealed partial class SoftmaxPerPixelOfDoubles;

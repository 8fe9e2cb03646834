using LossGen;
using LossZoo.Input;

namespace LossZoo.Losses;

/// <summary>
/// The hinge loss. Each pixel is classified as ink (1) or not (−1) by a score from the mean image of its digit: four times the mean minus
/// a half, so that a mean in the upper quarter is ink beyond the margin, and one in the lower quarter is not ink beyond it.
/// </summary>
public sealed class Hinge : ILossExhibit
{
    /// <inheritdoc/>
    public string Name => "Hinge";

    /// <inheritdoc/>
    public string Formula => "w/N · Σ max(1 − x·y, 0)   where x·y < 1, ∂x: −w/N · y   ∂y: −w/N · x";

    /// <inheritdoc/>
    public IEnumerable<LossRow> Rows(DigitInput input)
    {
        Tensor scores = input.Means.Map(static mean => 4 * (mean - 0.5));
        Tensor labels = input.Pixels.Map(static pixel => pixel > 0.5 ? 1 : -1);
        yield return LossRow.Of(new HingeOfPixels().ForwardBackward, scores.To<float>(), labels.To<float>());
        yield return LossRow.Of(new HingeWithNames().ForwardBackward, scores.To<float>(), labels.To<float>());
        yield return LossRow.Of(new HingeHalved().ForwardBackward, scores.To<float>(), labels.To<float>());
        yield return LossRow.Of(new HingeOfDoubles().ForwardBackward, scores.To<double>(), labels.To<double>());
        yield return LossRow.Of(new HingeOfImages().ForwardBackward, scores.To<float>(), labels.To<float>());
        yield return LossRow.Of(new HingeOfImagesHalved().ForwardBackward, scores.To<double>(), labels.To<double>());
        yield return LossRow.Of(
            new HingeBatchLast().ForwardBackward, scores.Permute(1, 2, 0).To<float>(), labels.Permute(1, 2, 0).To<float>());
    }
}

/// <summary>1/N · Σ max(1 − x·y, 0), each pixel being a sample.</summary>
[HingeLoss]
public sealed partial class HingeOfPixels;

/// <summary>The same; its parameters are called <c>score</c> and <c>ink</c>.</summary>
[HingeLoss(Bottoms = ["score", "ink"])]
public sealed partial class HingeWithNames;

/// <summary>0.5/N · Σ max(1 − x·y, 0).</summary>
[HingeLoss(Weight = 0.5)]
public sealed partial class HingeHalved;

/// <summary>1/N · Σ max(1 − x·y, 0) in float64.</summary>
[HingeLoss(Element = ElementType.Double)]
public sealed partial class HingeOfDoubles;

/// <summary>1/N · Σ max(1 − x·y, 0), N being the number of images: 64 times as much.</summary>
[HingeLoss(Shape.Batch, 8, 8)]
public sealed partial class HingeOfImages;

/// <summary>0.5/N · Σ max(1 − x·y, 0) over images, in float64.</summary>
[HingeLoss(Shape.Batch, 8, 8, Weight = 0.5, Element = ElementType.Double)]
public sealed partial class HingeOfImagesHalved;

/// <summary>1/N · Σ max(1 − x·y, 0) over images that are interleaved pixel by pixel.</summary>
[HingeLoss(8, 8, Shape.Batch)]
public sealed partial class HingeBatchLast;

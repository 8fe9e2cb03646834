using LossGen;
using LossZoo.Input;

namespace LossZoo.Losses;

/// <summary>
/// Half the squared difference of prediction and target. The prediction of each image is the mean image of its digit; the target is the image.
/// </summary>
public sealed class Square : ILossExhibit
{
    /// <inheritdoc/>
    public string Name => "Square";

    /// <inheritdoc/>
    public string Formula => "w/(2N) · Σ (x − y)²   ∂x: w/N · (x − y)   ∂y: w/N · (y − x)";

    /// <inheritdoc/>
    public IEnumerable<LossRow> Rows(DigitInput input)
    {
        yield return LossRow.Of(new SquareOfPixels().ForwardBackward, input.Means.To<float>(), input.Pixels.To<float>());
        yield return LossRow.Of(new SquareWithNames().ForwardBackward, input.Means.To<float>(), input.Pixels.To<float>());
        yield return LossRow.Of(new SquareHalved().ForwardBackward, input.Means.To<float>(), input.Pixels.To<float>());
        yield return LossRow.Of(new SquareOfDoubles().ForwardBackward, input.Means.To<double>(), input.Pixels.To<double>());
        yield return LossRow.Of(new SquareOnSeveralThreads().ForwardBackward, input.Means.To<float>(), input.Pixels.To<float>());
        yield return LossRow.Of(new SquareOfImages().ForwardBackward, input.Means.To<float>(), input.Pixels.To<float>());
        yield return LossRow.Of(new SquareOfImagesHalved().ForwardBackward, input.Means.To<double>(), input.Pixels.To<double>());
        yield return LossRow.Of(
            new SquareBatchLast().ForwardBackward, input.Means.Permute(1, 2, 0).To<float>(), input.Pixels.Permute(1, 2, 0).To<float>());
    }
}

/// <summary>1/(2N) · Σ (x − y)², each pixel being a sample.</summary>
[SquareLoss]
public sealed partial class SquareOfPixels;

/// <summary>The same; its parameters are called <c>mean</c> and <c>image</c>.</summary>
[SquareLoss(Bottoms = ["mean", "image"])]
public sealed partial class SquareWithNames;

/// <summary>0.5/(2N) · Σ (x − y)².</summary>
[SquareLoss(Weight = 0.5)]
public sealed partial class SquareHalved;

/// <summary>1/(2N) · Σ (x − y)² in float64.</summary>
[SquareLoss(Element = ElementType.Double)]
public sealed partial class SquareOfDoubles;

/// <summary>1/(2N) · Σ (x − y)²; an input of half a million pixels would be shared among threads, and the numbers are the same.</summary>
[SquareLoss(Parallelism = LossParallelism.Auto)]
public sealed partial class SquareOnSeveralThreads;

/// <summary>1/(2N) · Σ (x − y)², N being the number of images: 64 times as much.</summary>
[SquareLoss(Shape.Batch, 8, 8)]
public sealed partial class SquareOfImages;

/// <summary>0.5/(2N) · Σ (x − y)² over images, in float64.</summary>
[SquareLoss(Shape.Batch, 8, 8, Weight = 0.5, Element = ElementType.Double)]
public sealed partial class SquareOfImagesHalved;

/// <summary>1/(2N) · Σ (x − y)² over images that are interleaved pixel by pixel.</summary>
[SquareLoss(8, 8, Shape.Batch)]
public sealed partial class SquareBatchLast;

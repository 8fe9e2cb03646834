using LossGen;
using LossZoo.Input;

namespace LossZoo.Losses;

/// <summary>
/// Binary cross-entropy. The brightness of a pixel is taken as the probability of ink: the prediction of each image is the mean image of
/// its digit, which is never quite 0 or 1; the target is the image.
/// </summary>
public sealed class BinaryCrossEntropy : ILossExhibit
{
    /// <inheritdoc/>
    public string Name => "BinaryCrossEntropy";

    /// <inheritdoc/>
    public string Formula => "−w/N · Σ (y·log x + (1 − y)·log(1 − x))   ∂x: w/N · (x − y)/(x(1 − x))   ∂y: w/N · (log(1 − x) − log x)";

    /// <inheritdoc/>
    public IEnumerable<LossRow> Rows(DigitInput input)
    {
        yield return LossRow.Of(new CrossEntropyOfPixels().ForwardBackward, input.Means.To<float>(), input.Pixels.To<float>());
        yield return LossRow.Of(new CrossEntropyWithNames().ForwardBackward, input.Means.To<float>(), input.Pixels.To<float>());
        yield return LossRow.Of(new CrossEntropyHalved().ForwardBackward, input.Means.To<float>(), input.Pixels.To<float>());
        yield return LossRow.Of(new CrossEntropyOfDoubles().ForwardBackward, input.Means.To<double>(), input.Pixels.To<double>());
        yield return LossRow.Of(new CrossEntropyOfImages().ForwardBackward, input.Means.To<float>(), input.Pixels.To<float>());
        yield return LossRow.Of(new CrossEntropyOfImagesHalved().ForwardBackward, input.Means.To<double>(), input.Pixels.To<double>());
        yield return LossRow.Of(
            new CrossEntropyBatchLast().ForwardBackward, input.Means.Permute(1, 2, 0).To<float>(), input.Pixels.Permute(1, 2, 0).To<float>());
    }
}

/// <summary>−1/N · Σ (y·log x + (1 − y)·log(1 − x)), each pixel being a sample.</summary>
[BinaryCrossEntropyLoss]
public sealed partial class CrossEntropyOfPixels;

/// <summary>The same; its parameters are called <c>ink</c> and <c>image</c>.</summary>
[BinaryCrossEntropyLoss(Bottoms = ["ink", "image"])]
public sealed partial class CrossEntropyWithNames;

/// <summary>−0.5/N · Σ (y·log x + (1 − y)·log(1 − x)).</summary>
[BinaryCrossEntropyLoss(Weight = 0.5)]
public sealed partial class CrossEntropyHalved;

/// <summary>−1/N · Σ (y·log x + (1 − y)·log(1 − x)) in float64.</summary>
[BinaryCrossEntropyLoss(Element = ElementType.Double)]
public sealed partial class CrossEntropyOfDoubles;

/// <summary>−1/N · Σ (y·log x + (1 − y)·log(1 − x)), N being the number of images: 64 times as much.</summary>
[BinaryCrossEntropyLoss(Shape.Batch, 8, 8)]
public sealed partial class CrossEntropyOfImages;

/// <summary>−0.5/N · Σ (y·log x + (1 − y)·log(1 − x)) over images, in float64.</summary>
[BinaryCrossEntropyLoss(Shape.Batch, 8, 8, Weight = 0.5, Element = ElementType.Double)]
public sealed partial class CrossEntropyOfImagesHalved;

/// <summary>−1/N · Σ (y·log x + (1 − y)·log(1 − x)) over images that are interleaved pixel by pixel.</summary>
[BinaryCrossEntropyLoss(8, 8, Shape.Batch)]
public sealed partial class CrossEntropyBatchLast;

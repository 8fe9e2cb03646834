using LossGen;
using LossZoo.Input;

namespace LossZoo.Losses;

/// <summary>
/// The divergence of normal distributions from the standard one. For each pixel the mean is its difference from the mean image of its
/// digit, the deviation the standard deviation of that digit's pixels there.
/// </summary>
public sealed class GaussianKL : ILossExhibit
{
    /// <inheritdoc/>
    public string Name => "GaussianKL";

    /// <inheritdoc/>
    public string Formula => "w/(2N) · Σ (x² + y² − 2·log y − 1), x = μ, y = σ   ∂x: w/N · x   ∂y: w/N · (y − 1/y)";

    /// <inheritdoc/>
    public IEnumerable<LossRow> Rows(DigitInput input)
    {
        Tensor means = new([DigitInput.Images, DigitInput.Side, DigitInput.Side], index => input.Pixels[index] - input.Means[index]);
        yield return LossRow.Of(new GaussianKLOfPixels().ForwardBackward, means.To<float>(), input.Deviations.To<float>());
        yield return LossRow.Of(new GaussianKLWithNames().ForwardBackward, means.To<float>(), input.Deviations.To<float>());
        yield return LossRow.Of(new GaussianKLHalved().ForwardBackward, means.To<float>(), input.Deviations.To<float>());
        yield return LossRow.Of(new GaussianKLOfDoubles().ForwardBackward, means.To<double>(), input.Deviations.To<double>());
        yield return LossRow.Of(new GaussianKLOfImages().ForwardBackward, means.To<float>(), input.Deviations.To<float>());
        yield return LossRow.Of(new GaussianKLOfImagesHalved().ForwardBackward, means.To<double>(), input.Deviations.To<double>());
        yield return LossRow.Of(
            new GaussianKLBatchLast().ForwardBackward, means.Permute(1, 2, 0).To<float>(), input.Deviations.Permute(1, 2, 0).To<float>());
    }
}

/// <summary>1/(2N) · Σ (μ² + σ² − 2·log σ − 1), each pixel being a sample.</summary>
[GaussianKLLoss]
public sealed partial class GaussianKLOfPixels;

/// <summary>The same; its parameters are called <c>mu</c> and <c>sigma</c>.</summary>
[GaussianKLLoss(Bottoms = ["mu", "sigma"])]
public sealed partial class GaussianKLWithNames;

/// <summary>0.5/(2N) · Σ (μ² + σ² − 2·log σ − 1).</summary>
[GaussianKLLoss(Weight = 0.5)]
public sealed partial class GaussianKLHalved;

/// <summary>1/(2N) · Σ (μ² + σ² − 2·log σ − 1) in float64.</summary>
[GaussianKLLoss(Element = ElementType.Double)]
public sealed partial class GaussianKLOfDoubles;

/// <summary>1/(2N) · Σ (μ² + σ² − 2·log σ − 1), N being the number of images: 64 times as much.</summary>
[GaussianKLLoss(Shape.Batch, 8, 8)]
public sealed partial class GaussianKLOfImages;

/// <summary>0.5/(2N) · Σ (μ² + σ² − 2·log σ − 1) over images, in float64.</summary>
[GaussianKLLoss(Shape.Batch, 8, 8, Weight = 0.5, Element = ElementType.Double)]
public sealed partial class GaussianKLOfImagesHalved;

/// <summary>1/(2N) · Σ (μ² + σ² − 2·log σ − 1) over images that are interleaved pixel by pixel.</summary>
[GaussianKLLoss(8, 8, Shape.Batch)]
public sealed partial class GaussianKLBatchLast;

using LossGen;
using LossZoo.Input;

namespace LossZoo.Losses;

/// <summary>
/// Softmax and cross-entropy of logits with soft labels. The logits are those of <see cref="Softmax"/>; a tenth of a digit's label is
/// spread over all digits, and a pixel between two shades belongs partly to each.
/// </summary>
public sealed class SoftlabelSoftmax : ILossExhibit
{
    /// <inheritdoc/>
    public string Name => "SoftlabelSoftmax";

    /// <inheritdoc/>
    public string Formula => "−w/L · Σ y_c · log σ(x)_c   ∂x: w/L · (σ(x)_c · Σ_j y_j − y_c)   ∂y: −w/L · log σ(x)_c";

    /// <inheritdoc/>
    public IEnumerable<LossRow> Rows(DigitInput input)
    {
        float[] digits = input.Logits.To<float>();
        float[] labels = input.SoftLabels.To<float>();
        yield return LossRow.Of(new SoftlabelOfDigits().ForwardBackward, digits, labels);
        yield return LossRow.Of(new SoftlabelWithNames().ForwardBackward, digits, labels);
        yield return LossRow.Of(new SoftlabelHalved().ForwardBackward, digits, labels);
        yield return LossRow.Of(new SoftlabelOfDoubles().ForwardBackward, input.Logits.To<double>(), input.SoftLabels.To<double>());
        yield return LossRow.Of(
            new SoftlabelBatchLast().ForwardBackward, input.Logits.Permute(1, 0).To<float>(), input.SoftLabels.Permute(1, 0).To<float>());

        yield return Shades(new SoftlabelOfPlanes().ForwardBackward, 0, 3, 1, 2);
        yield return Shades(new SoftlabelOfPixels().ForwardBackward, 0, 1, 2, 3);
        yield return Shades(new SoftlabelOfPixelsFromFront().ForwardBackward, 0, 1, 2, 3);
        yield return Shades(new SoftlabelBatchInTheMiddle().ForwardBackward, 3, 0, 1, 2);
        yield return Shades(new SoftlabelOfShadesBatchLast().ForwardBackward, 1, 2, 3, 0);

        LossRow Shades(TwoGradients<float> forwardBackward, params int[] axes) => LossRow.Of(
            forwardBackward, input.Shades.Logits.Permute(axes).To<float>(), input.Shades.SoftLabels.Permute(axes).To<float>());
    }
}

/// <summary>−1/N · Σ y_c · log σ(x)_c over N rows of 10 logits.</summary>
[SoftlabelSoftmaxLoss(Shape.Batch, 10)]
public sealed partial class SoftlabelOfDigits;

/// <summary>The same; its parameters are called <c>scores</c> and <c>beliefs</c>.</summary>
[SoftlabelSoftmaxLoss(Shape.Batch, 10, Bottoms = ["scores", "beliefs"])]
public sealed partial class SoftlabelWithNames;

/// <summary>−0.5/N · Σ y_c · log σ(x)_c.</summary>
[SoftlabelSoftmaxLoss(Shape.Batch, 10, Weight = 0.5)]
public sealed partial class SoftlabelHalved;

/// <summary>−1/N · Σ y_c · log σ(x)_c in float64.</summary>
[SoftlabelSoftmaxLoss(Shape.Batch, 10, Element = ElementType.Double)]
public sealed partial class SoftlabelOfDoubles;

/// <summary>−1/N · Σ y_c · log σ(x)_c over N columns of 10 logits.</summary>
[SoftlabelSoftmaxLoss(10, Shape.Batch)]
public sealed partial class SoftlabelBatchLast;

/// <summary>−1/(64·N) · Σ y_c · log σ(x)_c, NCHW.</summary>
[SoftlabelSoftmaxLoss(Shape.Batch, 3, 8, 8)]
public sealed partial class SoftlabelOfPlanes;

/// <summary>−1/(64·N) · Σ y_c · log σ(x)_c, NHWC.</summary>
[SoftlabelSoftmaxLoss(Shape.Batch, 8, 8, 3, Dim = -1)]
public sealed partial class SoftlabelOfPixels;

/// <summary>The same axis, counted from the front.</summary>
[SoftlabelSoftmaxLoss(Shape.Batch, 8, 8, 3, Dim = 3)]
public sealed partial class SoftlabelOfPixelsFromFront;

/// <summary>−1/(64·N) · Σ y_c · log σ(x)_c; with the batch in the middle, the class axis must be named.</summary>
[SoftlabelSoftmaxLoss(3, Shape.Batch, 8, 8, Dim = 0)]
public sealed partial class SoftlabelBatchInTheMiddle;

/// <summary>−1/(64·N) · Σ y_c · log σ(x)_c, HWCN.</summary>
[SoftlabelSoftmaxLoss(8, 8, 3, Shape.Batch)]
public sealed partial class SoftlabelOfShadesBatchLast;

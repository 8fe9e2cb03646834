using LossGen;
using LossZoo.Input;

namespace LossZoo.Losses;

/// <summary>
/// Softmax and cross-entropy of logits with class labels. Which digit is it, from the distances to the mean images: N × 10 logits.
/// Which shade is a pixel, from its mean image: N × 8 × 8 locations of 3 logits, in every order of dimensions; the numbers are the same.
/// </summary>
public sealed class Softmax : ILossExhibit
{
    /// <inheritdoc/>
    public string Name => "Softmax";

    /// <inheritdoc/>
    public string Formula => "−w/L · Σ log σ(x)_g   ∂x: w/L · (σ(x)_c − [c = g])";

    /// <inheritdoc/>
    public IEnumerable<LossRow> Rows(DigitInput input)
    {
        float[] digits = input.Logits.To<float>();
        int[] labels = input.Labels.To<int>();
        yield return LossRow.Of(new SoftmaxOfDigits(), digits, labels);
        yield return LossRow.Of(new SoftmaxWithNames(), digits, labels);
        yield return LossRow.Of(new SoftmaxHalved(), digits, labels);
        yield return LossRow.Of(new SoftmaxOfDoubles(), input.Logits.To<double>(), labels);
        yield return LossRow.Of(new SoftmaxOfBytes(), digits, input.Labels.To<byte>());
        yield return LossRow.Of(new SoftmaxOfShorts(), digits, input.Labels.To<ushort>());
        yield return LossRow.Of(new SoftmaxOfLongs(), digits, input.Labels.To<long>());
        yield return LossRow.Of(new SoftmaxOfSignedBytes(), digits, input.Labels.To<sbyte>());
        yield return LossRow.Of(new SoftmaxOfSignedShorts(), digits, input.Labels.To<short>());
        yield return LossRow.Of(new SoftmaxOfUnsigned(), digits, input.Labels.To<uint>());
        yield return LossRow.Of(new SoftmaxOfTruth(), EvenAndOdd(input.Logits, labels.Length), [.. labels.Select(static digit => digit % 2 == 1)]);
        yield return LossRow.Of(new SoftmaxBatchLast(), input.Logits.Permute(1, 0).To<float>(), labels);

        Tensor shades = input.Shades.Logits;
        int[] shadeLabels = input.Shades.Labels.To<int>();
        yield return LossRow.Of(new SoftmaxOfPlanes(), shades.Permute(0, 3, 1, 2).To<float>(), shadeLabels);
        yield return LossRow.Of(new SoftmaxOfPixels(), shades.To<float>(), shadeLabels);
        yield return LossRow.Of(new SoftmaxOfPixelsFromFront(), shades.To<float>(), shadeLabels);
        yield return LossRow.Of(new SoftmaxOfPixelsAsDoubles(), shades.To<double>(), shadeLabels);
        yield return LossRow.Of(new SoftmaxBatchInTheMiddle(), shades.Permute(3, 0, 1, 2).To<float>(), shadeLabels);
        yield return LossRow.Of(
            new SoftmaxOfShadesBatchLast(), shades.Permute(1, 2, 3, 0).To<float>(), input.Shades.Labels.Permute(1, 2, 0).To<int>());
    }

    // Of each image, the largest logit of an even digit and that of an odd one.
    private static float[] EvenAndOdd(Tensor logits, int images) =>
        new Tensor([images, 2], indices => Enumerable.Range(0, 5).Max(pair => logits[indices[0], (2 * pair) + indices[1]])).To<float>();
}

/// <summary>−1/N · Σ log σ(x)_g over N rows of 10 logits.</summary>
[SoftmaxLoss(Shape.Batch, 10)]
public sealed partial class SoftmaxOfDigits;

/// <summary>The same; its parameters are called <c>scores</c>, <c>digits</c> and <c>scoresGradient</c>.</summary>
[SoftmaxLoss(Shape.Batch, 10, Bottoms = ["scores", "digits"])]
public sealed partial class SoftmaxWithNames;

/// <summary>−0.5/N · Σ log σ(x)_g.</summary>
[SoftmaxLoss(Shape.Batch, 10, Weight = 0.5)]
public sealed partial class SoftmaxHalved;

/// <summary>−1/N · Σ log σ(x)_g in float64.</summary>
[SoftmaxLoss(Shape.Batch, 10, Element = ElementType.Double)]
public sealed partial class SoftmaxOfDoubles;

/// <summary>−1/N · Σ log σ(x)_g, g being a byte.</summary>
[SoftmaxLoss(Shape.Batch, 10, Label = LabelType.Byte)]
public sealed partial class SoftmaxOfBytes;

/// <summary>−1/N · Σ log σ(x)_g, g being a ushort.</summary>
[SoftmaxLoss(Shape.Batch, 10, Label = LabelType.UInt16)]
public sealed partial class SoftmaxOfShorts;

/// <summary>−1/N · Σ log σ(x)_g, g being a long.</summary>
[SoftmaxLoss(Shape.Batch, 10, Label = LabelType.Int64)]
public sealed partial class SoftmaxOfLongs;

/// <summary>−1/N · Σ log σ(x)_g, g being an sbyte.</summary>
[SoftmaxLoss(Shape.Batch, 10, Label = LabelType.SByte)]
public sealed partial class SoftmaxOfSignedBytes;

/// <summary>−1/N · Σ log σ(x)_g, g being a short.</summary>
[SoftmaxLoss(Shape.Batch, 10, Label = LabelType.Int16)]
public sealed partial class SoftmaxOfSignedShorts;

/// <summary>−1/N · Σ log σ(x)_g, g being a uint.</summary>
[SoftmaxLoss(Shape.Batch, 10, Label = LabelType.UInt32)]
public sealed partial class SoftmaxOfUnsigned;

/// <summary>−1/N · Σ log σ(x)_g, g being a bool, here whether the digit is odd: false is class 0, true is class 1.</summary>
[SoftmaxLoss(Shape.Batch, 2, Label = LabelType.Boolean)]
public sealed partial class SoftmaxOfTruth;

/// <summary>−1/N · Σ log σ(x)_g over N columns of 10 logits: the class axis is the dimension before the batch.</summary>
[SoftmaxLoss(10, Shape.Batch)]
public sealed partial class SoftmaxBatchLast;

/// <summary>−1/(64·N) · Σ log σ(x)_g, NCHW: the class axis is the dimension after the batch.</summary>
[SoftmaxLoss(Shape.Batch, 3, 8, 8)]
public sealed partial class SoftmaxOfPlanes;

/// <summary>−1/(64·N) · Σ log σ(x)_g, NHWC: the class axis is the last dimension.</summary>
[SoftmaxLoss(Shape.Batch, 8, 8, 3, Dim = -1)]
public sealed partial class SoftmaxOfPixels;

/// <summary>The same axis, counted from the front.</summary>
[SoftmaxLoss(Shape.Batch, 8, 8, 3, Dim = 3)]
public sealed partial class SoftmaxOfPixelsFromFront;

/// <summary>−1/(64·N) · Σ log σ(x)_g, NHWC in float64: options can be combined.</summary>
[SoftmaxLoss(Shape.Batch, 8, 8, 3, Dim = -1, Element = ElementType.Double, Bottoms = ["scores", "shades"])]
public sealed partial class SoftmaxOfPixelsAsDoubles;

/// <summary>−1/(64·N) · Σ log σ(x)_g; with the batch in the middle, the class axis must be named.</summary>
[SoftmaxLoss(3, Shape.Batch, 8, 8, Dim = 0)]
public sealed partial class SoftmaxBatchInTheMiddle;

/// <summary>−1/(64·N) · Σ log σ(x)_g, HWCN: the class axis is the dimension before the batch.</summary>
[SoftmaxLoss(8, 8, 3, Shape.Batch)]
public sealed partial class SoftmaxOfShadesBatchLast;

using LossGen;
using LossZoo.Input;

namespace LossZoo.Losses;

/// <summary>
/// The multinomial logistic loss, of probabilities with class labels. Its probabilities are the softmax of the logits of
/// <see cref="Softmax"/>, so its values are the same as there; its gradients differ, being those of the probabilities.
/// </summary>
public sealed class MultinomialLogistic : ILossExhibit
{
    /// <inheritdoc/>
    public string Name => "MultinomialLogistic";

    /// <inheritdoc/>
    public string Formula => "−w/L · Σ log x_g   ∂x: −w/L / x_g at g, else 0";

    /// <inheritdoc/>
    public IEnumerable<LossRow> Rows(DigitInput input)
    {
        float[] digits = input.Probabilities.To<float>();
        int[] labels = input.Labels.To<int>();
        yield return LossRow.Of(new LogisticOfDigits(), digits, labels);
        yield return LossRow.Of(new LogisticWithNames(), digits, labels);
        yield return LossRow.Of(new LogisticHalved(), digits, labels);
        yield return LossRow.Of(new LogisticOfDoubles(), input.Probabilities.To<double>(), labels);
        yield return LossRow.Of(new LogisticOfBytes(), digits, input.Labels.To<byte>());
        yield return LossRow.Of(new LogisticOfShorts(), digits, input.Labels.To<ushort>());
        yield return LossRow.Of(new LogisticOfLongs(), digits, input.Labels.To<long>());
        yield return LossRow.Of(new LogisticOfSignedBytes(), digits, input.Labels.To<sbyte>());
        yield return LossRow.Of(new LogisticOfSignedShorts(), digits, input.Labels.To<short>());
        yield return LossRow.Of(new LogisticOfUnsigned(), digits, input.Labels.To<uint>());
        yield return LossRow.Of(new LogisticBatchLast(), input.Probabilities.Permute(1, 0).To<float>(), labels);

        Tensor shades = input.Shades.Probabilities;
        int[] shadeLabels = input.Shades.Labels.To<int>();
        yield return LossRow.Of(new LogisticOfPlanes(), shades.Permute(0, 3, 1, 2).To<float>(), shadeLabels);
        yield return LossRow.Of(new LogisticOfPixels(), shades.To<float>(), shadeLabels);
        yield return LossRow.Of(new LogisticOfPixelsFromFront(), shades.To<float>(), shadeLabels);
        yield return LossRow.Of(new LogisticBatchInTheMiddle(), shades.Permute(3, 0, 1, 2).To<float>(), shadeLabels);
        yield return LossRow.Of(
            new LogisticOfShadesBatchLast(), shades.Permute(1, 2, 3, 0).To<float>(), input.Shades.Labels.Permute(1, 2, 0).To<int>());
    }
}

/// <summary>−1/N · Σ log x_g over N rows of 10 probabilities.</summary>
[MultinomialLogisticLoss(Shape.Batch, 10)]
public sealed partial class LogisticOfDigits;

/// <summary>The same; its parameters are called <c>beliefs</c>, <c>digits</c> and <c>beliefsGradient</c>.</summary>
[MultinomialLogisticLoss(Shape.Batch, 10, Bottoms = ["beliefs", "digits"])]
public sealed partial class LogisticWithNames;

/// <summary>−0.5/N · Σ log x_g.</summary>
[MultinomialLogisticLoss(Shape.Batch, 10, Weight = 0.5)]
public sealed partial class LogisticHalved;

/// <summary>−1/N · Σ log x_g in float64.</summary>
[MultinomialLogisticLoss(Shape.Batch, 10, Element = ElementType.Double)]
public sealed partial class LogisticOfDoubles;

/// <summary>−1/N · Σ log x_g, g being a byte.</summary>
[MultinomialLogisticLoss(Shape.Batch, 10, Label = LabelType.Byte)]
public sealed partial class LogisticOfBytes;

/// <summary>−1/N · Σ log x_g, g being a ushort.</summary>
[MultinomialLogisticLoss(Shape.Batch, 10, Label = LabelType.UInt16)]
public sealed partial class LogisticOfShorts;

/// <summary>−1/N · Σ log x_g, g being a long.</summary>
[MultinomialLogisticLoss(Shape.Batch, 10, Label = LabelType.Int64)]
public sealed partial class LogisticOfLongs;

/// <summary>−1/N · Σ log x_g, g being an sbyte.</summary>
[MultinomialLogisticLoss(Shape.Batch, 10, Label = LabelType.SByte)]
public sealed partial class LogisticOfSignedBytes;

/// <summary>−1/N · Σ log x_g, g being a short.</summary>
[MultinomialLogisticLoss(Shape.Batch, 10, Label = LabelType.Int16)]
public sealed partial class LogisticOfSignedShorts;

/// <summary>−1/N · Σ log x_g, g being a uint.</summary>
[MultinomialLogisticLoss(Shape.Batch, 10, Label = LabelType.UInt32)]
public sealed partial class LogisticOfUnsigned;

/// <summary>−1/N · Σ log x_g over N columns of 10 probabilities.</summary>
[MultinomialLogisticLoss(10, Shape.Batch)]
public sealed partial class LogisticBatchLast;

/// <summary>−1/(64·N) · Σ log x_g, NCHW.</summary>
[MultinomialLogisticLoss(Shape.Batch, 3, 8, 8)]
public sealed partial class LogisticOfPlanes;

/// <summary>−1/(64·N) · Σ log x_g, NHWC.</summary>
[MultinomialLogisticLoss(Shape.Batch, 8, 8, 3, Dim = -1)]
public sealed partial class LogisticOfPixels;

/// <summary>The same axis, counted from the front.</summary>
[MultinomialLogisticLoss(Shape.Batch, 8, 8, 3, Dim = 3)]
public sealed partial class LogisticOfPixelsFromFront;

/// <summary>−1/(64·N) · Σ log x_g; with the batch in the middle, the class axis must be named.</summary>
[MultinomialLogisticLoss(3, Shape.Batch, 8, 8, Dim = 0)]
public sealed partial class LogisticBatchInTheMiddle;

/// <summary>−1/(64·N) · Σ log x_g, HWCN.</summary>
[MultinomialLogisticLoss(8, 8, 3, Shape.Batch)]
public sealed partial class LogisticOfShadesBatchLast;

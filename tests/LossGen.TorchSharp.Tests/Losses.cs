namespace LossGen.Tests;

[SoftmaxLoss(Shape.Batch, 10)]
public sealed partial class DigitLoss;

[SoftmaxLoss(Shape.Batch, 10, Label = LabelType.Byte)]
public sealed partial class ByteLabelLoss;

[SoftmaxLoss(Shape.Batch, 10, Label = LabelType.UInt32)]
public sealed partial class UnsignedLabelLoss;

[SoftmaxLoss(Shape.Batch, 10, Label = LabelType.Int64, IgnoreLabel = -100, Denominator = LossDenominator.Kept)]
public sealed partial class TokenLoss;

[SoftmaxLoss(Shape.Batch, 5, 4, 3, Element = ElementType.Double)]
public sealed partial class PixelLoss;

[SoftmaxLoss(Shape.Batch, 10, Curvature = true)]
public sealed partial class TwiceDifferentiableDigitLoss;

[SquareLoss]
public sealed partial class Distance;

[SquareLoss(Element = ElementType.Double, Curvature = true)]
public sealed partial class TwiceDifferentiableDistance;

[SquareLoss(Weighting = WeightingMode.PerLocation, Denominator = LossDenominator.WeightSum)]
public sealed partial class WeightedDistance;

[TripletMarginLoss(Shape.Batch, 16)]
public sealed partial class SpeakerLoss;

[HingeEmbeddingLoss]
public sealed partial class EmbeddingLoss;

[ElementwiseLoss(Reduction = LossReduction.Sum)]
public sealed partial class Penalty
{
    [Formula]
    private static float Value(float weight, [Parameter] float strength = 0.5f) => strength * weight * weight;
}

[ElementwiseLoss(Reduction = LossReduction.MeanElements)]
public sealed partial class ScaledDistance
{
    [Formula]
    private static float Value(float prediction, [NoGradient] float target, [Learned] float logScale, [NoGradient] float importance)
    {
        float error = prediction - target;
        return importance * (error * error * MathF.Exp(-logScale) + logScale);
    }
}

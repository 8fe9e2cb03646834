namespace LossGen.Tests.Trust;

[SoftmaxLoss(Shape.Batch, 3, IgnoreLabel = -100, Denominator = LossDenominator.Kept)]
public sealed partial class KeptLoss;

[SoftmaxLoss(Shape.Batch, 3, Weighting = WeightingMode.PerClass, Weights = [0, 0, 1], Normalize = WeightNormalization.None, Denominator = LossDenominator.WeightSum)]
public sealed partial class ThirdClassLoss;

[SoftlabelSoftmaxLoss(Shape.Batch, 3)]
public sealed partial class DistributionLoss;

[BinaryCrossEntropyWithLogitsLoss]
public sealed partial class AnswerLoss;

[KLDivLoss]
public sealed partial class DivergenceLoss;

[MultiLabelSoftMarginLoss(Shape.Batch, 3)]
public sealed partial class TagLoss;

namespace LossGen.Tests.ComingFromPyTorch.Singles;

[BinaryCrossEntropyLoss]
public sealed partial class BinaryCrossEntropy;

[BinaryCrossEntropyLoss(Weighting = WeightingMode.PerLocation)]
public sealed partial class WeightedBinaryCrossEntropy;

[BinaryCrossEntropyWithLogitsLoss]
public sealed partial class BinaryCrossEntropyOfLogits;

[BinaryCrossEntropyWithLogitsLoss(Weighting = WeightingMode.PerLocation)]
public sealed partial class WeightedBinaryCrossEntropyOfLogits;

[BinaryCrossEntropyWithLogitsLoss(PositiveWeight = 3)]
public sealed partial class RareAnswers;

[BinaryCrossEntropyWithLogitsLoss(Shape.Batch, 3, PositiveWeights = [1, 2, 0.5])]
public sealed partial class RareAnswersOfClasses;

[BinaryCrossEntropyWithLogitsLoss(Reduction = LossReduction.Sum)]
public sealed partial class SumOfBinaryCrossEntropies;

[SoftMarginLoss]
public sealed partial class SoftMargin;

[MultiLabelSoftMarginLoss(Shape.Batch, 5)]
public sealed partial class MultiLabelSoftMargin;

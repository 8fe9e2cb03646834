namespace LossGen.Benchmarks.Declarations;

// Options of a softmax loss that training uses; the plain losses are in SoftmaxShapes.

[SoftmaxLoss(Shape.Batch, 10, IgnoreLabel = -100, Denominator = LossDenominator.Kept)]
public sealed partial class SoftmaxOf10Kept;

[SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.None, Denominator = LossDenominator.WeightSum)]
public sealed partial class SoftmaxOf10Weighted;

[SoftmaxLoss(Shape.Batch, 10, LabelSmoothing = 0.1)]
public sealed partial class SoftmaxOf10Smoothed;

[SoftmaxLoss(Shape.Batch, 10, IgnoreLabel = -100, Denominator = LossDenominator.WeightSum, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.None, LabelSmoothing = 0.1)]
public sealed partial class SoftmaxOf10WithAllOptions;

[SoftmaxLoss(Shape.Batch, 10, Each = true)]
public sealed partial class SoftmaxOf10Each;

[SoftmaxLoss(Shape.Batch, 1000, IgnoreLabel = -100, Denominator = LossDenominator.Kept)]
public sealed partial class SoftmaxOf1000Kept;

[SoftmaxLoss(Shape.Batch, 1000, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.None, Denominator = LossDenominator.WeightSum)]
public sealed partial class SoftmaxOf1000Weighted;

[SoftmaxLoss(Shape.Batch, 1000, LabelSmoothing = 0.1)]
public sealed partial class SoftmaxOf1000Smoothed;

[SoftmaxLoss(Shape.Batch, 1000, IgnoreLabel = -100, Denominator = LossDenominator.WeightSum, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.None, LabelSmoothing = 0.1)]
public sealed partial class SoftmaxOf1000WithAllOptions;

[SoftmaxLoss(Shape.Batch, 1000, Each = true)]
public sealed partial class SoftmaxOf1000Each;

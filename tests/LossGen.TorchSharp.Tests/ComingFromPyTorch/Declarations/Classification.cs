namespace LossGen.Tests.ComingFromPyTorch.Singles;

[SoftmaxLoss(Shape.Batch, 10)]
public sealed partial class CrossEntropy;

[SoftmaxLoss(Shape.Batch, 10, IgnoreLabel = -100, Denominator = LossDenominator.Kept)]
public sealed partial class CrossEntropyOfKept;

[SoftmaxLoss(Shape.Batch, 10, IgnoreLabel = -100, Denominator = LossDenominator.Kept, WhenEmpty = LossWhenEmpty.NaN)]
public sealed partial class CrossEntropyOfNone;

[SoftmaxLoss(Shape.Batch, 10, IgnoreLabel = 255, Denominator = LossDenominator.Kept)]
public sealed partial class CrossEntropyOfBytes;

[SoftmaxLoss(Shape.Batch, 10, IgnoreLabel = -100, Denominator = LossDenominator.None)]
public sealed partial class SumOfCrossEntropies;

[SoftmaxLoss(Shape.Batch, 10, IgnoreLabel = -100, Each = true)]
public sealed partial class EachCrossEntropy;

[SoftmaxLoss(Shape.Batch, 10, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.None, IgnoreLabel = -100, Denominator = LossDenominator.WeightSum)]
public sealed partial class WeightedCrossEntropy;

[SoftmaxLoss(Shape.Batch, 10, LabelSmoothing = 0.1, IgnoreLabel = -100, Denominator = LossDenominator.Kept)]
public sealed partial class SmoothedCrossEntropy;

[SoftmaxLoss(Shape.Batch, 5, 4, 3, IgnoreLabel = -100, Denominator = LossDenominator.Kept)]
public sealed partial class CrossEntropyOfPixels;

[SoftlabelSoftmaxLoss(Shape.Batch, 10)]
public sealed partial class CrossEntropyOfProbabilities;

[MultinomialLogisticLoss(Shape.Batch, 10, IgnoreLabel = -100, Denominator = LossDenominator.Kept)]
public sealed partial class LikelihoodOfProbabilities;

[MultiMarginLoss(Shape.Batch, 10)]
public sealed partial class MultiMargin;

[MultiMarginLoss(Shape.Batch, 10, P = 2, Margin = 0.5, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.None)]
public sealed partial class WeightedMultiMargin;

[MultiLabelMarginLoss(Shape.Batch, 5)]
public sealed partial class MultiLabelMargin;

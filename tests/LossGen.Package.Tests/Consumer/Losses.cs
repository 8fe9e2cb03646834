using LossGen;

namespace Consumer;

/// <summary>Softmax over the rows of a batch.</summary>
[SoftmaxLoss(Shape.Batch, Inputs.Classes)]
public sealed partial class DigitLoss;

/// <summary>Softmax over long rows: the same logits, taken as two samples.</summary>
[SoftmaxLoss(Shape.Batch, 185)]
public sealed partial class RowLoss;

/// <summary>Softmax over the rows of a batch, in float64.</summary>
[SoftmaxLoss(Shape.Batch, Inputs.Classes, Element = ElementType.Double)]
public sealed partial class ExactDigitLoss;

/// <summary>Softmax over long rows, in float64.</summary>
[SoftmaxLoss(Shape.Batch, 185, Element = ElementType.Double)]
public sealed partial class ExactRowLoss;

/// <summary>Half the squared distance, with a weight of a quarter.</summary>
[SquareLoss(Shape.Batch, Inputs.Features, Weight = 0.25)]
public sealed partial class DistanceLoss;

/// <summary>Softmax with class weights given at run time.</summary>
[SoftmaxLoss(Shape.Batch, Inputs.Classes, Weighting = WeightingMode.PerClass)]
public sealed partial class WeightedDigitLoss;

/// <summary>Softmax with a weight for each logit, the classes far apart in memory.</summary>
[SoftmaxLoss(Inputs.Classes, Shape.Batch, Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.Global)]
public sealed partial class WeightedLogitLoss;

/// <summary>Cross-entropy of probabilities, with constant weights.</summary>
[MultinomialLogisticLoss(Shape.Batch, Inputs.Features, Weighting = WeightingMode.PerClass, Weights = [1, 2, 4])]
public sealed partial class ProbabilityLoss;

/// <summary>Softmax against soft labels.</summary>
[SoftlabelSoftmaxLoss(Shape.Batch, Inputs.Features)]
public sealed partial class SoftLoss;

/// <summary>The hinge loss.</summary>
[HingeLoss]
public sealed partial class MarginLoss;

/// <summary>Binary cross-entropy.</summary>
[BinaryCrossEntropyLoss]
public sealed partial class AnswerLoss;

/// <summary>The divergence from the standard normal distribution.</summary>
[GaussianKLLoss(Element = ElementType.Double)]
public sealed partial class DivergenceLoss;

/// <summary>Errors that outliers do not dominate.</summary>
[HuberLoss(Delta = 2)]
public sealed partial class RobustLoss;

/// <summary>Vectors that point into one direction, or do not.</summary>
[CosineEmbeddingLoss(Shape.Batch, Inputs.Features, Margin = 0.25)]
public sealed partial class DirectionLoss;

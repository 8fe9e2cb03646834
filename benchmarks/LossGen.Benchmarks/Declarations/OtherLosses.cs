namespace LossGen.Benchmarks.Declarations;

[SoftlabelSoftmaxLoss(Shape.Batch, 10)]
public sealed partial class SoftLabelsOf10;

[SoftlabelSoftmaxLoss(Shape.Batch, 10, Element = ElementType.Double)]
public sealed partial class SoftLabelsOf10Doubles;

[SoftlabelSoftmaxLoss(Shape.Batch, 1000)]
public sealed partial class SoftLabelsOf1000;

[MultinomialLogisticLoss(Shape.Batch, 10)]
public sealed partial class MultinomialOf10;

[MultinomialLogisticLoss(Shape.Batch, 10, Element = ElementType.Double)]
public sealed partial class MultinomialOf10Doubles;

[SquareLoss]
public sealed partial class Square;

[SquareLoss(Element = ElementType.Double)]
public sealed partial class SquareOfDoubles;

[SquareLoss(Shape.Batch, 10)]
public sealed partial class SquareOf10;

[HingeLoss]
public sealed partial class Hinge;

[HingeLoss(Element = ElementType.Double)]
public sealed partial class HingeOfDoubles;

[BinaryCrossEntropyLoss]
public sealed partial class BinaryCrossEntropy;

[BinaryCrossEntropyLoss(Shape.Batch, 10)]
public sealed partial class BinaryCrossEntropyOf10;

[BinaryCrossEntropyLoss(Element = ElementType.Double)]
public sealed partial class BinaryCrossEntropyOfDoubles;

[GaussianKLLoss]
public sealed partial class GaussianKL;

[GaussianKLLoss(Element = ElementType.Double)]
public sealed partial class GaussianKLOfDoubles;

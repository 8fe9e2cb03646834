namespace LossGen.Benchmarks.Contenders;

[SoftmaxLoss(Shape.Batch, 1000)]
public sealed partial class SoftmaxOf1000;

[SoftmaxLoss(Shape.Batch, 1000, Element = ElementType.Double)]
public sealed partial class SoftmaxOf1000Doubles;

[SoftmaxLoss(Shape.Batch, 100)]
public sealed partial class SoftmaxOf100;

[SoftmaxLoss(Shape.Batch, 10)]
public sealed partial class SoftmaxOf10;

[SquareLoss]
public sealed partial class Square;

[SquareLoss(Element = ElementType.Double)]
public sealed partial class SquareOfDoubles;

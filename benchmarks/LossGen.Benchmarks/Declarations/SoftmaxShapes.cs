namespace LossGen.Benchmarks.Declarations;

// Classes contiguous.
[SoftmaxLoss(Shape.Batch, 2)]
public sealed partial class SoftmaxOf2;

[SoftmaxLoss(Shape.Batch, 3)]
public sealed partial class SoftmaxOf3;

[SoftmaxLoss(Shape.Batch, 10)]
public sealed partial class SoftmaxOf10;

[SoftmaxLoss(Shape.Batch, 10, Element = ElementType.Double)]
public sealed partial class SoftmaxOf10Doubles;

[SoftmaxLoss(Shape.Batch, 21)]
public sealed partial class SoftmaxOf21;

[SoftmaxLoss(Shape.Batch, 33)]
public sealed partial class SoftmaxOf33;

[SoftmaxLoss(Shape.Batch, 64)]
public sealed partial class SoftmaxOf64;

[SoftmaxLoss(Shape.Batch, 100)]
public sealed partial class SoftmaxOf100;

[SoftmaxLoss(Shape.Batch, 1000)]
public sealed partial class SoftmaxOf1000;

[SoftmaxLoss(Shape.Batch, 50257)]
public sealed partial class SoftmaxOf50257;

[SoftmaxLoss(Shape.Batch, 128, 128, 21, Dim = -1)]
public sealed partial class SoftmaxOfImagesClassesLast;

// Locations contiguous.
[SoftmaxLoss(Shape.Batch, 21, 128, 128)]
public sealed partial class SoftmaxOfImages;

[SoftmaxLoss(Shape.Batch, 19, 32, 32)]
public sealed partial class SoftmaxOfSmallImages;

[SoftmaxLoss(10, Shape.Batch)]
public sealed partial class SoftmaxBatchLast;

[SoftmaxLoss(Shape.Batch, 10, 5)]
public sealed partial class SoftmaxOf10By5;

namespace LossGen.Benchmarks.Declarations;

// With the labels of torch, which are then read where they are.
[SoftmaxLoss(Shape.Batch, 10, Label = LabelType.Int64)]
public sealed partial class SoftmaxOf10LongLabels;

[SoftmaxLoss(Shape.Batch, 1000, Label = LabelType.Int64)]
public sealed partial class SoftmaxOf1000LongLabels;

[SoftmaxLoss(Shape.Batch, 50257, Label = LabelType.Int64)]
public sealed partial class SoftmaxOf50257LongLabels;

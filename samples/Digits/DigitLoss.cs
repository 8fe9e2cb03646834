using LossGen;

namespace Digits;

/// <summary>
/// Softmax and cross-entropy over the ten digits, for any number of images. This declaration is complete:
/// <c>Forward</c>, <c>Backward</c> and <c>ForwardBackward</c> are generated from it when the project is compiled.
/// </summary>
[SoftmaxLoss(Shape.Batch, DigitDataset.Classes)]
public sealed partial class DigitLoss;

using LossGen;

namespace Consumer;

/// <summary>Softmax over the rows of a batch.</summary>
[SoftmaxLoss(Shape.Batch, Inputs.Classes)]
public sealed partial class DigitLoss;

/// <summary>Half the squared distance, a quarter as heavy.</summary>
[SquareLoss(Shape.Batch, Inputs.Features, Weight = 0.25)]
public sealed partial class DistanceLoss;

// The batch size is not part of the shape. The code fix below mends it.
[SoftmaxLoss(32, 10)]
public sealed partial class SpeciesLoss;

// Images of 8 × 8 pixels, four classes, planes of pixels for each class: locations are brought together in tiles.
[SoftmaxLoss(Shape.Batch, 4, 8, 8, Weighting = WeightingMode.PerClass, Weights = new[] { 1.0, 2, 2, 4 })]
public sealed partial class PixelLoss;

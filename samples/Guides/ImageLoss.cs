using LossGen;

namespace Guides;

[SoftmaxLoss(Shape.Batch, 1000)]
public sealed partial class ImageLoss;

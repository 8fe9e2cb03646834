namespace LossGen.Benchmarks.Declarations;

// Every loss of torch.nn that an attribute declares, with the options that are the default there.

[L1Loss]
public sealed partial class L1;

[SmoothL1Loss]
public sealed partial class SmoothL1;

[HuberLoss]
public sealed partial class Huber;

[BinaryCrossEntropyWithLogitsLoss]
public sealed partial class BinaryCrossEntropyWithLogits;

[PoissonNLLLoss]
public sealed partial class PoissonNLL;

[GaussianNLLLoss]
public sealed partial class GaussianNLL;

[KLDivLoss]
public sealed partial class KLDiv;

[SoftMarginLoss]
public sealed partial class SoftMargin;

[MarginRankingLoss]
public sealed partial class MarginRanking;

[HingeEmbeddingLoss]
public sealed partial class HingeEmbedding;

[CosineEmbeddingLoss(Shape.Batch, 128)]
public sealed partial class CosineEmbeddingOf128;

[TripletMarginLoss(Shape.Batch, 128)]
public sealed partial class TripletMarginOf128;

[MultiMarginLoss(Shape.Batch, 10)]
public sealed partial class MultiMarginOf10;

[MultiLabelSoftMarginLoss(Shape.Batch, 80)]
public sealed partial class MultiLabelSoftMarginOf80;

[FocalLoss(Shape.Batch, 10)]
public sealed partial class FocalOf10;

[DiceLoss(Shape.Batch, 4096)]
public sealed partial class DiceOf4096;

[TverskyLoss(Shape.Batch, 4096)]
public sealed partial class TverskyOf4096;

// Further members.
[SmoothL1Loss(Each = true)]
public sealed partial class SmoothL1Each;

[BinaryCrossEntropyWithLogitsLoss(Each = true)]
public sealed partial class BinaryCrossEntropyWithLogitsEach;

[BinaryCrossEntropyWithLogitsLoss(Curvature = true)]
public sealed partial class BinaryCrossEntropyWithLogitsCurvature;

[PoissonNLLLoss(Curvature = true)]
public sealed partial class PoissonNLLCurvature;

[SquareLoss(Curvature = true)]
public sealed partial class SquareCurvature;

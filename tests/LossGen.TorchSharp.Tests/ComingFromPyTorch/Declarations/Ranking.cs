namespace LossGen.Tests.ComingFromPyTorch.Singles;

[MarginRankingLoss]
public sealed partial class MarginRanking;

[MarginRankingLoss(Margin = 0.5)]
public sealed partial class MarginRankingOfMargin;

[HingeEmbeddingLoss]
public sealed partial class HingeEmbedding;

[HingeEmbeddingLoss(Margin = 0.5)]
public sealed partial class HingeEmbeddingOfMargin;

[CosineEmbeddingLoss(Shape.Batch, 16)]
public sealed partial class CosineEmbedding;

[CosineEmbeddingLoss(Shape.Batch, 16, Margin = 0.2)]
public sealed partial class CosineEmbeddingOfMargin;

[TripletMarginLoss(Shape.Batch, 16)]
public sealed partial class TripletMargin;

[TripletMarginLoss(Shape.Batch, 16, Margin = 0.5, P = 1, Epsilon = 1e-3, Swap = true)]
public sealed partial class TripletMarginSwapped;

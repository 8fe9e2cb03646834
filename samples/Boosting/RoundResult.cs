namespace Boosting;

/// <summary>The losses after a round, which adds one tree to each booster.</summary>
/// <param name="Round">The number of trees of each booster.</param>
/// <param name="TrainLoss">The mean loss of the training rows.</param>
/// <param name="TestLoss">The mean loss of the test rows.</param>
public sealed record RoundResult(int Round, double TrainLoss, double TestLoss);

using LossGen;

namespace Boosting.Losses;

/// <summary>Binary cross-entropy of a logit; the target is 1 for the digit, 0 for the others.</summary>
[BinaryCrossEntropyWithLogitsLoss(Curvature = true)]
public sealed partial class LogisticLoss;

using LossGen;

namespace Boosting.Losses;

/// <summary>Half the squared error, which trees are fitted by unless told otherwise; the prediction is the mean itself.</summary>
[SquareLoss(Curvature = true)]
public sealed partial class SquaredErrorLoss;

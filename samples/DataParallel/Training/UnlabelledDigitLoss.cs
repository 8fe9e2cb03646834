using Digits;
using LossGen;

namespace DataParallel.Training;

/// <summary>
/// Softmax and cross-entropy over the ten digits. Images without a label do not count: neither their number nor where they lie, in which shard, changes the mean over the others.
/// </summary>
[SoftmaxLoss(Shape.Batch, DigitDataset.Classes, IgnoreLabel = Unlabelled, Denominator = LossDenominator.Kept, Outputs = LossOutputs.Accuracy)]
public sealed partial class UnlabelledDigitLoss
{
    /// <summary>The label of an image that has none.</summary>
    public const int Unlabelled = -1;
}

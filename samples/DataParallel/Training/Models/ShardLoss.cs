using LossGen;

namespace DataParallel.Training.Models;

/// <summary>
/// The loss of the digits for a shard of the ten classes. How many it has is known when it is compiled, so there is a declaration for each number of classes that a rank may have.
/// </summary>
/// <param name="Statistics">Computes the statistics of a shard.</param>
/// <param name="SumsOfStatistics">Computes the sums of the loss from those of all shards, merged.</param>
/// <param name="BackwardOfStatistics">Computes the gradient by the logits of a shard.</param>
public sealed partial record ShardLoss(ShardLoss.StatisticsOf Statistics, ShardLoss.SumsOf SumsOfStatistics, ShardLoss.BackwardOf BackwardOfStatistics)
{
    /// <summary>The type of <see cref="Statistics"/>.</summary>
    public delegate void StatisticsOf(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, int firstClass, int classes, Span<float> statistics);

    /// <summary>The type of <see cref="SumsOfStatistics"/>.</summary>
    public delegate LossSum SumsOf(ReadOnlySpan<float> statistics, ReadOnlySpan<int> labels);

    /// <summary>The type of <see cref="BackwardOfStatistics"/>.</summary>
    public delegate void BackwardOf(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, int firstClass, int classes, ReadOnlySpan<float> statistics, in LossSum total, Span<float> logitsGradient, double scale = 1);

    /// <summary>The loss for a number of classes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No number of ranks, from 1 to 10, gives one of them so many.</exception>
    public static ShardLoss For(int classes) => classes switch
    {
        1 => new ShardLoss(new OfOne().Statistics, new OfOne().SumsOfStatistics, new OfOne().BackwardOfStatistics),
        2 => new ShardLoss(new OfTwo().Statistics, new OfTwo().SumsOfStatistics, new OfTwo().BackwardOfStatistics),
        3 => new ShardLoss(new OfThree().Statistics, new OfThree().SumsOfStatistics, new OfThree().BackwardOfStatistics),
        4 => new ShardLoss(new OfFour().Statistics, new OfFour().SumsOfStatistics, new OfFour().BackwardOfStatistics),
        5 => new ShardLoss(new OfFive().Statistics, new OfFive().SumsOfStatistics, new OfFive().BackwardOfStatistics),
        10 => new ShardLoss(new OfTen().Statistics, new OfTen().SumsOfStatistics, new OfTen().BackwardOfStatistics),
        _ => throw new ArgumentOutOfRangeException(nameof(classes), $"Ten classes are shared by 1 to 10 ranks, none of which has {classes}."),
    };

    [SoftmaxLoss(Shape.Batch, 1, Outputs = LossOutputs.Statistics, IgnoreLabel = UnlabelledDigitLoss.Unlabelled, Denominator = LossDenominator.Kept)]
    private sealed partial class OfOne;

    [SoftmaxLoss(Shape.Batch, 2, Outputs = LossOutputs.Statistics, IgnoreLabel = UnlabelledDigitLoss.Unlabelled, Denominator = LossDenominator.Kept)]
    private sealed partial class OfTwo;

    [SoftmaxLoss(Shape.Batch, 3, Outputs = LossOutputs.Statistics, IgnoreLabel = UnlabelledDigitLoss.Unlabelled, Denominator = LossDenominator.Kept)]
    private sealed partial class OfThree;

    [SoftmaxLoss(Shape.Batch, 4, Outputs = LossOutputs.Statistics, IgnoreLabel = UnlabelledDigitLoss.Unlabelled, Denominator = LossDenominator.Kept)]
    private sealed partial class OfFour;

    [SoftmaxLoss(Shape.Batch, 5, Outputs = LossOutputs.Statistics, IgnoreLabel = UnlabelledDigitLoss.Unlabelled, Denominator = LossDenominator.Kept)]
    private sealed partial class OfFive;

    [SoftmaxLoss(Shape.Batch, 10, Outputs = LossOutputs.Statistics, IgnoreLabel = UnlabelledDigitLoss.Unlabelled, Denominator = LossDenominator.Kept)]
    private sealed partial class OfTen;
}

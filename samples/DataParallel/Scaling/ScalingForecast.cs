using DataParallel.Training;
using LossGen;

namespace DataParallel.Scaling;

/// <summary>Predicts the time of a step on many ranks: computing is measured here, on one; exchanges are modelled.</summary>
public static class ScalingForecast
{
    /// <summary>One row for 1, 2, 4, … ranks, and the last for <paramref name="mostRanks"/>.</summary>
    /// <param name="mostRanks">The most ranks.</param>
    /// <param name="batchSize">The images of a minibatch, which the ranks share.</param>
    /// <param name="network">The cost of exchanges.</param>
    /// <param name="secondsOfStep">Measures the time that a step computes on a shard of so many images.</param>
    /// <param name="parameters">The parameters of the network.</param>
    public static IEnumerable<ScalingRow> Predict(int mostRanks, int batchSize, RingAllReduce network, Func<int, double> secondsOfStep, int parameters)
    {
        for (int ranks = 1; ; ranks = Math.Min(2 * ranks, mostRanks))
        {
            int shard = Enumerable.Range(0, ranks).Max(rank => Shard.Even(batchSize, ranks, rank).Count);
            yield return new ScalingRow(ranks, shard, secondsOfStep(shard), network.Seconds(ranks, (long)parameters * sizeof(float)) + network.Seconds(ranks, SumsBytes));
            if (ranks == mostRanks)
            {
                yield break;
            }
        }
    }

    private static unsafe int SumsBytes => sizeof(LossSum);
}

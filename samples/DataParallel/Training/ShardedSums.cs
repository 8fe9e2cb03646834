using DataParallel.Collectives;
using LossGen;

namespace DataParallel.Training;

/// <summary>Adds up what the ranks' shards sum to.</summary>
public static class ShardedSums
{
    /// <summary>The sums over all ranks, added in their order, so that every rank has the same bits.</summary>
    /// <param name="ranks">The ranks.</param>
    /// <param name="own">The sums of this rank's shard.</param>
    public static LossSum Add(ICollective ranks, LossSum own)
    {
        var all = new LossSum[ranks.Size];
        ranks.AllGather<LossSum>([own], all);
        return Add(all);
    }

    /// <summary>
    /// The sums over all blocks, added in the order of the blocks, as one call adds them: so the total has the bits that one process has. The sums of the shards, added, need not have: rounding
    /// depends on which sums are added first.
    /// </summary>
    /// <param name="ranks">The ranks.</param>
    /// <param name="own">The sums of each block of this rank, where the blocks are shared as <see cref="Shard.Even"/> does.</param>
    /// <param name="blocks">The number of blocks of all ranks.</param>
    public static LossSum AddBlocks(ICollective ranks, ReadOnlySpan<LossSum> own, int blocks)
    {
        // Every rank sends as many, and those that fill up are left out.
        int most = ((blocks - 1) / ranks.Size) + 1;
        var sent = new LossSum[most];
        own.CopyTo(sent);
        var received = new LossSum[most * ranks.Size];
        ranks.AllGather<LossSum>(sent, received);
        var ordered = new List<LossSum>(blocks);
        for (int rank = 0; rank < ranks.Size; rank++)
        {
            ordered.AddRange(received.AsSpan(rank * most, Shard.Even(blocks, ranks.Size, rank).Count));
        }

        return Add(ordered);
    }

    private static LossSum Add(IEnumerable<LossSum> sums) => sums.Aggregate(static (left, right) => left + right);
}

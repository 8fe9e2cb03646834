extern alias DataParallelSample;

using DataParallelSample::DataParallel.Training;

namespace LossGen.Samples.Tests.DataParallel;

/// <summary>How elements are shared among ranks.</summary>
public sealed class ShardTests
{
    [Fact]
    public void ShardsCoverAllElementsInOrder()
    {
        for (int count = 0; count < 40; count++)
        {
            for (int ranks = 1; ranks < 12; ranks++)
            {
                RequireCover(count, [.. Enumerable.Range(0, ranks).Select(rank => Shard.Even(count, ranks, rank))]);
                RequireCover(count, [.. Enumerable.Range(0, ranks).Select(rank => Shard.OfBlocks(count, 4, ranks, rank))]);
            }
        }
    }

    [Fact]
    public void EvenShardsDifferByOneAtMost()
    {
        for (int ranks = 1; ranks < 12; ranks++)
        {
            int[] counts = [.. Enumerable.Range(0, ranks).Select(rank => Shard.Even(1438, ranks, rank).Count)];
            Assert.True(counts.Max() - counts.Min() <= 1);
        }
    }

    [Fact]
    public void ShardsOfBlocksEndAtBlocks()
    {
        for (int ranks = 1; ranks < 12; ranks++)
        {
            Shard[] shards = [.. Enumerable.Range(0, ranks).Select(rank => Shard.OfBlocks(1438, 100, ranks, rank))];
            Assert.All(shards, static shard => Assert.True(shard.End % 100 == 0 || shard.End == 1438));
        }
    }

    private static void RequireCover(int count, Shard[] shards)
    {
        int end = 0;
        foreach (Shard shard in shards)
        {
            Assert.Equal(end, shard.Start);
            Assert.True(shard.Count >= 0);
            end = shard.End;
        }

        Assert.Equal(count, end);
    }
}

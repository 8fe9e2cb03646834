extern alias DataParallelSample;

using DataParallelSample::DataParallel.Collectives;

namespace LossGen.Samples.Tests.DataParallel;

/// <summary>What ranks do together, where they are threads.</summary>
public sealed class CollectiveTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void EveryRankGetsTheSame(int size) => ThreadRanks.Run(size, rank =>
    {
        Assert.Equal(size, rank.Size);
        for (int round = 0; round < 20; round++)
        {
            float[] sums = [rank.Rank + round, 2];
            rank.AllReduce(sums);
            Assert.Equal([(size * (size - 1) / 2) + (size * round), 2 * size], sums);

            var all = new int[2 * size];
            rank.AllGather<int>([rank.Rank, round], all);
            Assert.Equal(Enumerable.Range(0, size).SelectMany(each => new[] { each, round }), all);

            double[] first = [rank.Rank == 0 ? round + 0.5 : -1];
            rank.Broadcast<double>(first);
            Assert.Equal(round + 0.5, first[0]);
        }
    });

    [Fact]
    public void TheOnlyRankHasAllThereIs()
    {
        using var rank = new SingleRank();
        float[] values = [1, 2];
        rank.AllReduce(values);
        rank.Broadcast<float>(values);
        Assert.Equal([1, 2], values);

        var all = new float[2];
        rank.AllGather<float>(values, all);
        Assert.Equal([1, 2], all);
    }

    [Fact]
    public void ARankThatFailsEndsTheOthers()
    {
        InvalidOperationException failure = Assert.Throws<InvalidOperationException>(static () => ThreadRanks.Run(3, static rank =>
        {
            if (rank.Rank == 1)
            {
                throw new InvalidOperationException("rank 1");
            }

            rank.AllReduce([1]);
        }));
        Assert.Equal("rank 1", failure.Message);
    }

    [Fact]
    public void GatheringNeedsRoomForAll()
    {
        ArgumentException failure = Assert.Throws<ArgumentException>(static () => ThreadRanks.Run(2, static rank => rank.AllGather<int>([1, 2], new int[3])));
        Assert.StartsWith("2 ranks with 2 elements each need room for 4 elements, not 3.", failure.Message, StringComparison.Ordinal);
    }
}

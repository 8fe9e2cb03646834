extern alias DataParallelSample;

using DataParallelSample::DataParallel.Collectives;
using DataParallelSample::DataParallel.Training;

namespace LossGen.Samples.Tests.DataParallel;

/// <summary>Sums of shards, compared with those of one call over all.</summary>
public sealed class ShardedSumsTests
{
    private const int Classes = 10;
    private const int BlockSize = 1024;

    /// <summary>Counts of locations with whole blocks, with a last one that is shorter, and of less than one block; and numbers of ranks, some without a block.</summary>
    public static TheoryData<int, int> Shards => new MatrixTheoryData<int, int>([700, 2 * BlockSize, (7 * BlockSize) + 100, 16_173], [1, 2, 3, 7, 20]);

    [Theory]
    [MemberData(nameof(Shards))]
    public void BlocksAddUpToTheBitsOfOneCall(int count, int size)
    {
        (float[] logits, int[] labels) = Draw(count);
        LossSum whole = new UnlabelledDigitLoss().Sums(logits, labels);
        int blocks = ((count - 1) / BlockSize) + 1;
        ThreadRanks.Run(size, rank =>
        {
            var loss = new UnlabelledDigitLoss();
            Shard own = Shard.OfBlocks(count, BlockSize, size, rank.Rank);
            List<LossSum> sums = [];
            for (int start = own.Start; start < own.End; start += BlockSize)
            {
                int length = Math.Min(BlockSize, own.End - start);
                sums.Add(loss.Sums(logits.AsSpan(start * Classes, length * Classes), labels.AsSpan(start, length)));
            }

            Assert.Equal(whole, ShardedSums.AddBlocks(rank, [.. sums], blocks));
        });
    }

    /// <summary>The sums of shards that end anywhere are those of one call up to rounding: of each addition, and of the few bits by which a kernel for few locations differs.</summary>
    [Theory]
    [MemberData(nameof(Shards))]
    public void ShardsAddUpToOneCall(int count, int size)
    {
        (float[] logits, int[] labels) = Draw(count);
        LossSum whole = new UnlabelledDigitLoss().Sums(logits, labels);
        ThreadRanks.Run(size, rank =>
        {
            Shard own = Shard.Even(count, size, rank.Rank);
            LossSum sum = ShardedSums.Add(rank, new UnlabelledDigitLoss().Sums(logits.AsSpan(own.Start * Classes, own.Count * Classes), labels.AsSpan(own.Start, own.Count)));
            Assert.Equal((whole.Count, whole.Correct, whole.Labelled), (sum.Count, sum.Correct, sum.Labelled));
            Assert.InRange(sum.Sum, whole.Sum * (1 - 1e-7), whole.Sum * (1 + 1e-7));
        });
    }

    private static (float[] Logits, int[] Labels) Draw(int count)
    {
        var random = new ResumableRandom((ulong)count);
        float[] logits = [.. Enumerable.Range(0, count * Classes).Select(_ => (float)((random.NextDouble() * 8) - 4))];
        int[] labels = [.. Enumerable.Range(0, count).Select(_ => random.Next(-2, Classes)).Select(static label => Math.Max(label, UnlabelledDigitLoss.Unlabelled))];
        return (logits, labels);
    }
}

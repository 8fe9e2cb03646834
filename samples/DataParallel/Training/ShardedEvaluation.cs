using DataParallel.Collectives;
using Digits;
using LossGen;

namespace DataParallel.Training;

/// <summary>
/// How well a network reads all digits, each in many shifted copies. The ranks' shards end at the blocks in which a kernel sums up, so the loss has the same bits on any number of ranks.
/// </summary>
public static class ShardedEvaluation
{
    private const int Copies = 9;

    // The locations of a block of the kernel, which the generated file names: a call over many sums up each block, then the blocks.
    private const int BlockSize = 1024;

    /// <summary>Evaluates a network that every rank has.</summary>
    /// <param name="ranks">The ranks.</param>
    /// <param name="weights">Its parameters.</param>
    /// <returns>The mean loss, the same bits on every rank, and the sums that it comes from.</returns>
    public static (float Loss, LossSum Sums) Evaluate(ICollective ranks, float[] weights)
    {
        DigitDataset digits = DigitDataset.Load();
        var network = new Network(BlockSize, new ResumableRandom(0));
        new FlatParameters(network.Parameters).CopyFrom(weights, static each => each.Values);
        var loss = new UnlabelledDigitLoss();
        int count = digits.Count * Copies;
        int blocks = ((count - 1) / BlockSize) + 1;
        Shard own = Shard.Even(blocks, ranks.Size, ranks.Rank);
        var sums = new LossSum[own.Count];
        var images = new float[BlockSize * DigitDataset.Pixels];
        var labels = new int[BlockSize];
        var random = new ResumableRandom(0);
        var shift = new RandomShift(random);
        for (int block = 0; block < own.Count; block++)
        {
            int start = (own.Start + block) * BlockSize;
            int size = Math.Min(BlockSize, count - start);
            for (int i = 0; i < size; i++)
            {
                int image = (start + i) % digits.Count;
                random.State = ResumableRandom.StateOf(0, start + i);
                shift.Apply(digits.Images.Slice(image * DigitDataset.Pixels, DigitDataset.Pixels), images.AsSpan(i * DigitDataset.Pixels, DigitDataset.Pixels));
                labels[i] = digits.Labels[image];
            }

            sums[block] = loss.Sums(network.Forward(images.AsSpan(0, size * DigitDataset.Pixels)), labels.AsSpan(0, size));
        }

        LossSum total = ShardedSums.AddBlocks(ranks, sums, blocks);
        return (loss.Total(total), total);
    }
}

using DataParallel.Collectives;
using Digits;
using LossGen;

namespace DataParallel.Training.Models;

/// <summary>
/// Every rank has the whole network and a shard of the images. The sums of the loss are added over the ranks before the gradients are computed from their total, and the network's gradients after.
/// </summary>
public sealed class DataParallelModel : IShardedModel
{
    private readonly ICollective _ranks;
    private readonly UnlabelledDigitLoss _loss = new();
    private readonly Network _network;
    private readonly float[] _logitGradients;
    private readonly float[] _gradients;

    /// <summary>Creates a network with random weights, the same on every rank.</summary>
    /// <param name="ranks">This rank and the others.</param>
    /// <param name="largestBatch">The most images of all ranks together.</param>
    /// <param name="random">Where the weights come from.</param>
    public DataParallelModel(ICollective ranks, int largestBatch, Random random)
    {
        _ranks = ranks;
        int largestShard = ((largestBatch - 1) / ranks.Size) + 1;
        _network = new Network(largestShard, random);
        Parameters = new FlatParameters(_network.Parameters);
        _logitGradients = new float[largestShard * DigitDataset.Classes];
        _gradients = new float[Parameters.Count];
    }

    /// <inheritdoc/>
    public FlatParameters Parameters { get; }

    /// <inheritdoc/>
    public Shard ShardOf(int images) => Shard.Even(images, _ranks.Size, _ranks.Rank);

    /// <inheritdoc/>
    public LossSum Step(ReadOnlySpan<float> images, ReadOnlySpan<int> labels, float learningRate)
    {
        Span<float> logitGradients = _logitGradients.AsSpan(0, labels.Length * DigitDataset.Classes);
        ReadOnlySpan<float> logits = _network.Forward(images);
        LossSum total = ShardedSums.Add(_ranks, _loss.Sums(logits, labels));
        _loss.Backward(logits, labels, in total, logitGradients);
        _network.Backward(images, logitGradients);

        // The gradients of the loss of the whole minibatch, by way of this rank's images: their sum, not their mean, is the gradient.
        Parameters.CopyTo(static each => each.Gradients, _gradients);
        _ranks.AllReduce(_gradients);
        Parameters.CopyFrom(_gradients, static each => each.Gradients);
        _network.Step(learningRate);
        return total;
    }

    /// <inheritdoc/>
    public LossSum Evaluate(ReadOnlySpan<float> images, ReadOnlySpan<int> labels) => ShardedSums.Add(_ranks, _loss.Sums(_network.Forward(images), labels));
}

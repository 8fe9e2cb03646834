using DataParallel.Collectives;
using Digits;
using LossGen;

namespace DataParallel.Training.Models;

/// <summary>
/// Every rank has all images and a shard of the classes: the hidden layer, and the columns of the output layer that make these classes' logits, as of a vocabulary that is too large for one machine. What
/// is exchanged of an image is three numbers, from which the loss and its gradients follow, and the gradients of its activations.
/// </summary>
public sealed class VocabularyParallelModel : IShardedModel
{
    private readonly ICollective _ranks;
    private readonly Shard _classes;
    private readonly ShardLoss _loss;
    private readonly DenseLayer _hiddenLayer;
    private readonly DenseLayer _outputLayer;
    private readonly float[] _activations;
    private readonly float[] _activationGradients;
    private readonly float[] _logits;
    private readonly float[] _logitGradients;
    private readonly float[] _statistics;
    private readonly float[] _all;
    private readonly float[] _merged;

    /// <summary>Creates this rank's part of the network that one rank would create.</summary>
    /// <param name="ranks">This rank and the others; at most as many as classes.</param>
    /// <param name="largestBatch">The most images.</param>
    /// <param name="random">Where the weights come from, the same on every rank.</param>
    public VocabularyParallelModel(ICollective ranks, int largestBatch, Random random)
    {
        _ranks = ranks;
        _classes = Shard.Even(DigitDataset.Classes, ranks.Size, ranks.Rank);
        _loss = ShardLoss.For(_classes.Count);
        _hiddenLayer = new DenseLayer(DigitDataset.Pixels, Network.HiddenUnits, random);
        _outputLayer = Columns(new DenseLayer(Network.HiddenUnits, DigitDataset.Classes, random));
        Parameters = new FlatParameters([.. _hiddenLayer.Parameters, .. _outputLayer.Parameters]);
        _activations = new float[largestBatch * Network.HiddenUnits];
        _activationGradients = new float[largestBatch * Network.HiddenUnits];
        _logits = new float[largestBatch * _classes.Count];
        _logitGradients = new float[largestBatch * _classes.Count];
        _statistics = new float[largestBatch * SoftmaxStatistics.PerLocation];
        _all = new float[_statistics.Length * ranks.Size];
        _merged = new float[_statistics.Length];
    }

    /// <inheritdoc/>
    public FlatParameters Parameters { get; }

    /// <inheritdoc/>
    public Shard ShardOf(int images) => new(0, images);

    /// <inheritdoc/>
    public LossSum Step(ReadOnlySpan<float> images, ReadOnlySpan<int> labels, float learningRate)
    {
        (ReadOnlySpan<float> logits, ReadOnlySpan<float> merged) = Forward(images, labels);
        LossSum total = _loss.SumsOfStatistics(merged, labels);
        Span<float> logitGradients = _logitGradients.AsSpan(0, logits.Length);
        _loss.BackwardOfStatistics(logits, labels, _classes.Start, DigitDataset.Classes, merged, in total, logitGradients);

        ReadOnlySpan<float> activations = _activations.AsSpan(0, labels.Length * Network.HiddenUnits);
        Span<float> gradients = _activationGradients.AsSpan(0, activations.Length);
        _outputLayer.Backward(activations, logitGradients);
        _outputLayer.BackwardInput(logitGradients, gradients);

        // The classes of every rank depend on the activations.
        _ranks.AllReduce(gradients);
        Network.BlockByReLU(activations, gradients);
        _hiddenLayer.Backward(images, gradients);
        _hiddenLayer.Step(learningRate);
        _outputLayer.Step(learningRate);
        return total;
    }

    /// <inheritdoc/>
    public LossSum Evaluate(ReadOnlySpan<float> images, ReadOnlySpan<int> labels)
    {
        (_, ReadOnlySpan<float> merged) = Forward(images, labels);
        int correct = 0, labelled = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] != UnlabelledDigitLoss.Unlabelled)
            {
                labelled++;

                // The label's logit is the greatest.
                correct += merged[i] == merged[i + (2 * labels.Length)] ? 1 : 0;
            }
        }

        return _loss.SumsOfStatistics(merged, labels) with { Correct = correct, Labelled = labelled };
    }

    // The logits of this rank's classes, and the statistics of all classes.
    private Pair Forward(ReadOnlySpan<float> images, ReadOnlySpan<int> labels)
    {
        Span<float> activations = _activations.AsSpan(0, labels.Length * Network.HiddenUnits);
        Span<float> logits = _logits.AsSpan(0, labels.Length * _classes.Count);
        _hiddenLayer.Forward(images, activations);
        Network.ReLU(activations);
        _outputLayer.Forward(activations, logits);

        int length = labels.Length * SoftmaxStatistics.PerLocation;
        Span<float> all = _all.AsSpan(0, length * _ranks.Size);
        Span<float> merged = _merged.AsSpan(0, length);
        _loss.Statistics(logits, labels, _classes.Start, DigitDataset.Classes, _statistics.AsSpan(0, length));
        _ranks.AllGather<float>(_statistics.AsSpan(0, length), all);
        SoftmaxStatistics.Merge(all, merged);
        return new Pair(logits, merged);
    }

    // The layer with the columns of this rank's classes.
    private DenseLayer Columns(DenseLayer whole)
    {
        var shard = new DenseLayer(Network.HiddenUnits, _classes.Count, Random.Shared);
        for (int input = 0; input < Network.HiddenUnits; input++)
        {
            whole.Parameters[0].Values.AsSpan((input * DigitDataset.Classes) + _classes.Start, _classes.Count).CopyTo(shard.Parameters[0].Values.AsSpan(input * _classes.Count));
        }

        return shard;
    }

    private readonly ref struct Pair(ReadOnlySpan<float> logits, ReadOnlySpan<float> merged)
    {
        private readonly ReadOnlySpan<float> _logits = logits;
        private readonly ReadOnlySpan<float> _merged = merged;

        public void Deconstruct(out ReadOnlySpan<float> logits, out ReadOnlySpan<float> merged)
        {
            logits = _logits;
            merged = _merged;
        }
    }
}

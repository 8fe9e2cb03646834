using LossGen;

namespace DataParallel.Training.Models;

/// <summary>The network on several ranks: what of a minibatch each of them has, and the step that they take together.</summary>
public interface IShardedModel
{
    /// <summary>All that this rank learns.</summary>
    FlatParameters Parameters { get; }

    /// <summary>The part of so many images that this rank is passed.</summary>
    Shard ShardOf(int images);

    /// <summary>Takes one descent step, and returns the sums of the loss of the whole minibatch.</summary>
    /// <param name="images">The images of this rank.</param>
    /// <param name="labels">Their labels.</param>
    /// <param name="learningRate">How far the step goes along the gradients.</param>
    LossSum Step(ReadOnlySpan<float> images, ReadOnlySpan<int> labels, float learningRate);

    /// <summary>The sums of the loss of all images, and how many of them are recognised.</summary>
    /// <param name="images">The images of this rank.</param>
    /// <param name="labels">Their labels.</param>
    LossSum Evaluate(ReadOnlySpan<float> images, ReadOnlySpan<int> labels);
}

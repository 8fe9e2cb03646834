namespace LossGen;

/// <summary>What a loss over classes may leave for its caller besides value and gradient, for each location; members of it combine.</summary>
[Flags]
public enum LossOutputs
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The class with the greatest element, the first of equals; where an element is NaN, the first that is. −1 where the label is ignored.</summary>
    Predictions = 1,

    /// <summary>log Σ_c exp(x_c), of a loss that takes a softmax. 0 where the label is ignored.</summary>
    LogSumExps = 2,

    /// <summary>The softmax of every class, of a loss that takes one. 0 where the label is ignored.</summary>
    Probabilities = 4,

    /// <summary>
    /// How many locations are predicted right, of a loss with labels: no span, but part of what <c>Sums</c> returns, so that parts of a data set, added, have the accuracy of the whole.
    /// </summary>
    Accuracy = 8,

    /// <summary>
    /// Statistics of a softmax loss whose classes are a shard of all, on one of several machines: no span of <c>Forward</c>, but members of their own. <c>Statistics</c> computes them,
    /// <see cref="SoftmaxStatistics"/> merges those of all shards, <c>SumsOfStatistics</c> makes the loss of them, and <c>BackwardOfStatistics</c> the gradient of the shard.
    /// They do not say which predictions are right, so <see cref="Accuracy"/> does not go with them.
    /// </summary>
    Statistics = 16,
}

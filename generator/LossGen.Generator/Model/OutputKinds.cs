namespace LossGen.Generator.Model;

/// <summary>What a loss leaves for its caller besides value and gradients; the numbers are those of the runtime's <c>LossOutputs</c>.</summary>
[Flags]
internal enum OutputKinds
{
    None = 0,

    /// <summary>The class with the greatest element, for each location.</summary>
    Predictions = 1,

    /// <summary>log Σ exp(x), for each location.</summary>
    LogSumExps = 2,

    /// <summary>The softmax, for each element.</summary>
    Probabilities = 4,

    /// <summary>How many locations are predicted right, a sum rather than a tensor.</summary>
    Accuracy = 8,

    /// <summary>What merges over shards of the classes, in members of its own: the three below.</summary>
    Statistics = 16,

    /// <summary>The greatest logit, for each location.</summary>
    Maxima = 32,

    /// <summary>The sum of the exponentials from that maximum, but the label's, for each location.</summary>
    Others = 64,

    /// <summary>The logit of the label, or 0 where it is no class of the shard, for each location.</summary>
    LabelLogits = 128,
}

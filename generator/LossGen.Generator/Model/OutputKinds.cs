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
}

namespace LossGen.Benchmarks.Workloads;

/// <summary>The losses that are compared.</summary>
public enum LossFamily
{
    /// <summary>Softmax with cross-entropy, from class labels.</summary>
    Softmax,

    /// <summary>Softmax with cross-entropy, from a distribution over the classes.</summary>
    SoftlabelSoftmax,

    /// <summary>Cross-entropy of probabilities, from class labels.</summary>
    MultinomialLogistic,

    /// <summary>Half the mean squared difference.</summary>
    Square,

    /// <summary>The mean of max(1 − x·y, 0).</summary>
    Hinge,

    /// <summary>Cross-entropy of the probability of one event.</summary>
    BinaryCrossEntropy,

    /// <summary>The divergence of a Gaussian from the standard one.</summary>
    GaussianKL,
}

namespace LossGen;

/// <summary>
/// A loss over flat, row-major tensors whose calls take weights. Losses of a prediction and a ground truth with <see cref="WeightingMode.PerPrediction"/> or
/// <see cref="WeightingMode.PerLocation"/> implement it, and no others; those whose calls take only a prediction and a ground truth implement
/// <see cref="ILoss{TElement, TLabel}"/>.
/// </summary>
/// <typeparam name="TElement">The type of the prediction, the weights, the gradient and the value: <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TLabel">The type of the ground truth: of the class labels, or of the elements.</typeparam>
/// <remarks>
/// No call allocates. The same inputs give the same bits on every run. Every method throws <see cref="ArgumentException"/>
/// if a span's length does not fit the declared shape or the gradient overlaps a span other than exactly the prediction, and
/// <see cref="ArgumentOutOfRangeException"/> if a class label is outside [0, C); it does so before anything is written.
/// The weights themselves are not checked, as that would take a separate pass: a negative one is used as it is, and if weights that are to be normalised
/// together are all 0, or too large or too small to be summed in float64 and divided by their sum, value and gradient are not finite, or 0. To exclude
/// locations, give them weights of 0 with <see cref="WeightNormalization.None"/> or, as long as a sample keeps one location, <see cref="WeightNormalization.Global"/>.
/// </remarks>
public interface IWeightedLoss<TElement, TLabel> : ILoss
{
    /// <summary>Computes the value of the loss; 0 for an empty batch.</summary>
    /// <param name="prediction">The prediction: any number of samples of the declared shape.</param>
    /// <param name="groundTruth">The class labels, one per location, or the targets.</param>
    /// <param name="weights">The weights: as many as the prediction has elements, or locations.</param>
    TElement Forward(ReadOnlySpan<TElement> prediction, ReadOnlySpan<TLabel> groundTruth, ReadOnlySpan<TElement> weights);

    /// <summary>Computes the gradient of the loss with respect to the prediction.</summary>
    /// <param name="prediction">The prediction: any number of samples of the declared shape.</param>
    /// <param name="groundTruth">The class labels, one per location, or the targets.</param>
    /// <param name="weights">The weights: as many as the prediction has elements, or locations.</param>
    /// <param name="gradient">Overwritten with the gradient; as long as the prediction, and either exactly that span or disjoint from it.</param>
    void Backward(ReadOnlySpan<TElement> prediction, ReadOnlySpan<TLabel> groundTruth, ReadOnlySpan<TElement> weights, Span<TElement> gradient);

    /// <summary>Computes the value and the gradient in one pass over the prediction.</summary>
    /// <param name="prediction">The prediction: any number of samples of the declared shape.</param>
    /// <param name="groundTruth">The class labels, one per location, or the targets.</param>
    /// <param name="weights">The weights: as many as the prediction has elements, or locations.</param>
    /// <param name="gradient">Overwritten with the gradient; as long as the prediction, and either exactly that span or disjoint from it.</param>
    /// <returns>The value, bit for bit what <see cref="Forward"/> returns.</returns>
    TElement ForwardBackward(ReadOnlySpan<TElement> prediction, ReadOnlySpan<TLabel> groundTruth, ReadOnlySpan<TElement> weights, Span<TElement> gradient);
}

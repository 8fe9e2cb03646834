namespace LossGen;

/// <summary>
/// A loss over flat, row-major tensors, of a prediction and a ground truth. A generated loss implements it if its inputs are these two, so that
/// training code can be written once for all such losses. One with a single input implements <see cref="ILoss{TElement}"/>, one with three
/// <see cref="ILoss{TFirst, TSecond, TThird}"/>, one whose calls take weights <see cref="IWeightedLoss{TElement, TLabel}"/>, and every loss <see cref="ILoss"/>.
/// </summary>
/// <typeparam name="TElement">The type of the prediction, the gradient and the value: <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TLabel">
/// The type of the ground truth: an integer where it holds class labels; where it is a tensor of the prediction's shape, <typeparamref name="TElement"/>, or what the formula of
/// the loss says.
/// </typeparam>
/// <remarks>
/// No call allocates. The same inputs give the same bits on every run. Every method throws <see cref="ArgumentException"/>
/// if a span's length does not fit the declared shape or a gradient overlaps a span other than exactly its own input, and
/// <see cref="ArgumentOutOfRangeException"/> if a class label is outside [0, C); it does so before anything is written.
/// </remarks>
public interface ILoss<TElement, TLabel> : ILoss
{
    /// <summary>Computes the value of the loss; 0 for an empty batch, unless its <see cref="LossWhenEmpty"/> says otherwise.</summary>
    /// <param name="prediction">The prediction: any number of samples of the declared shape.</param>
    /// <param name="groundTruth">The class labels, one per location, or the target, one per element.</param>
    TElement Forward(ReadOnlySpan<TElement> prediction, ReadOnlySpan<TLabel> groundTruth);

    /// <summary>Computes the gradient of the loss with respect to the prediction.</summary>
    /// <param name="prediction">The prediction: any number of samples of the declared shape.</param>
    /// <param name="groundTruth">The class labels, one per location, or the target, one per element.</param>
    /// <param name="gradient">Overwritten with the gradient; as long as the prediction, and either exactly that span or disjoint from it.</param>
    void Backward(ReadOnlySpan<TElement> prediction, ReadOnlySpan<TLabel> groundTruth, Span<TElement> gradient);

    /// <summary>Computes the value and the gradient in one pass over the prediction.</summary>
    /// <param name="prediction">The prediction: any number of samples of the declared shape.</param>
    /// <param name="groundTruth">The class labels, one per location, or the target, one per element.</param>
    /// <param name="gradient">Overwritten with the gradient; as long as the prediction, and either exactly that span or disjoint from it.</param>
    /// <returns>The value, bit for bit what <see cref="Forward"/> returns.</returns>
    TElement ForwardBackward(ReadOnlySpan<TElement> prediction, ReadOnlySpan<TLabel> groundTruth, Span<TElement> gradient);
}

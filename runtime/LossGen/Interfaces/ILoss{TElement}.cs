namespace LossGen;

/// <summary>A loss over one flat, row-major tensor, such as a penalty or an entropy. A generated loss implements it if it has a single input, and its calls take no weights.</summary>
/// <typeparam name="TElement">The type of the input, the gradient and the value: <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>It promises and throws what <see cref="ILoss{TElement, TLabel}"/> does.</remarks>
public interface ILoss<TElement> : ILoss
{
    /// <summary>Computes the value of the loss; 0 for an empty batch, unless its <see cref="LossWhenEmpty"/> says otherwise.</summary>
    /// <param name="prediction">Any number of samples of the declared shape.</param>
    TElement Forward(ReadOnlySpan<TElement> prediction);

    /// <summary>Computes the gradient of the loss.</summary>
    /// <param name="prediction">Any number of samples of the declared shape.</param>
    /// <param name="gradient">Overwritten with the gradient; as long as the prediction, and either exactly that span or disjoint from it.</param>
    void Backward(ReadOnlySpan<TElement> prediction, Span<TElement> gradient);

    /// <summary>Computes the value and the gradient in one pass.</summary>
    /// <param name="prediction">Any number of samples of the declared shape.</param>
    /// <param name="gradient">Overwritten with the gradient; as long as the prediction, and either exactly that span or disjoint from it.</param>
    /// <returns>The value, bit for bit what <see cref="Forward"/> returns.</returns>
    TElement ForwardBackward(ReadOnlySpan<TElement> prediction, Span<TElement> gradient);
}

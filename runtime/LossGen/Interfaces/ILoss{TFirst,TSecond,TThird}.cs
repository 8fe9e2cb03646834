namespace LossGen;

/// <summary>
/// A loss over three flat, row-major tensors, such as an anchor, a positive and a negative example. A generated loss implements it if it has three inputs, and its calls take no
/// weights. By which of them there are gradients differs from loss to loss: <see cref="ILoss.Inputs"/> says it, and the members of the class have a parameter for each.
/// </summary>
/// <typeparam name="TFirst">The type of the first input and of the value: <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TSecond">The type of the second input.</typeparam>
/// <typeparam name="TThird">The type of the third input.</typeparam>
/// <remarks>It promises and throws what <see cref="ILoss{TElement, TLabel}"/> does.</remarks>
public interface ILoss<TFirst, TSecond, TThird> : ILoss
{
    /// <summary>Computes the value of the loss; 0 for an empty batch, unless its <see cref="LossWhenEmpty"/> says otherwise.</summary>
    /// <param name="first">The first input: any number of samples of the declared shape.</param>
    /// <param name="second">The second input.</param>
    /// <param name="third">The third input.</param>
    TFirst Forward(ReadOnlySpan<TFirst> first, ReadOnlySpan<TSecond> second, ReadOnlySpan<TThird> third);
}

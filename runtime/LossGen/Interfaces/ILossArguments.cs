namespace LossGen;

/// <summary>The memory that a call through <see cref="ILoss"/> reads and writes. An adapter implements it over tensors of its library.</summary>
/// <remarks>Spans are asked for by the position of their input in <see cref="ILoss.Inputs"/>, in its <see cref="LossInputInfo.ElementType"/>, once per call.</remarks>
public interface ILossArguments
{
    /// <summary>The elements of an input, contiguous and row-major.</summary>
    /// <typeparam name="T">The input's element type.</typeparam>
    /// <param name="input">Which input.</param>
    ReadOnlySpan<T> Input<T>(int input)
        where T : unmanaged;

    /// <summary>
    /// Where the gradient by an input goes; empty if it is not wanted. A call needs memory for that by the first input that has one; only a formula of your own that has several
    /// gradients computes any of them without the others.
    /// </summary>
    /// <typeparam name="T">The input's element type.</typeparam>
    /// <param name="input">Which input; one whose <see cref="LossInputInfo.HasGradient"/> is true.</param>
    Span<T> Gradient<T>(int input)
        where T : unmanaged;

    /// <summary>
    /// The direction along an input in which a gradient is differentiated, as long as the input; only <see cref="ITwiceDifferentiableLoss.DoubleBackward"/> asks for it.
    /// </summary>
    /// <typeparam name="T">The input's element type.</typeparam>
    /// <param name="input">Which input; one whose <see cref="LossInputInfo.HasGradient"/> is true.</param>
    /// <exception cref="NotSupportedException">The arguments have no directions.</exception>
    ReadOnlySpan<T> Direction<T>(int input)
        where T : unmanaged => throw new NotSupportedException("These arguments have no directions: implement ILossArguments.Direction to call DoubleBackward.");
}

namespace LossGen;

/// <summary>
/// Any generated loss, whatever its inputs and their types: its shape, its inputs, and calls whose arguments come from an <see cref="ILossArguments"/>. Adapters to other
/// libraries are written against it, once for all losses. Training code with spans at hand calls the members of the class itself, or <see cref="ILoss{TElement, TLabel}"/>.
/// </summary>
/// <remarks>
/// Every call throws what the class's own member does: <see cref="ArgumentException"/> if a length does not fit the shape or a gradient overlaps a span other than exactly its
/// own input, <see cref="ArgumentOutOfRangeException"/> if a class label is outside [0, C), <see cref="InvalidOperationException"/> if no location is kept and the loss declares
/// <see cref="LossWhenEmpty.Throw"/>. It does so before anything is written.
/// </remarks>
public interface ILoss
{
    /// <summary>
    /// The declared shape, row-major, with <see cref="LossGen.Shape.Batch"/> for the batch dimension, such as (Batch, 10). A loss that declares none has the shape (Batch):
    /// each element is a sample.
    /// </summary>
    ReadOnlySpan<int> Shape { get; }

    /// <summary>Which dimension of <see cref="Shape"/> the class axis is, counted from 0; null if the loss has none.</summary>
    int? ClassAxis { get; }

    /// <summary>The inputs, in the order of the calls' arguments: the prediction first, weights that are given to each call last. Each access makes a new list.</summary>
    IReadOnlyList<LossInputInfo> Inputs { get; }

    /// <summary>The number of elements of one sample: the product of all dimensions of <see cref="Shape"/> but the batch.</summary>
    int ElementsPerSample
    {
        get
        {
            int elements = 1;
            foreach (int size in Shape)
            {
                elements *= size == LossGen.Shape.Batch ? 1 : size;
            }

            return elements;
        }
    }

    /// <summary>Computes the value of the loss.</summary>
    /// <param name="arguments">Where the inputs come from.</param>
    /// <returns>What the class's own <c>Forward</c> returns; a value in <see cref="float"/> is exact in <see cref="double"/>.</returns>
    double Forward(ILossArguments arguments);

    /// <summary>Computes the gradients by the inputs that have one, as far as <paramref name="arguments"/> wants them.</summary>
    /// <param name="arguments">Where the inputs come from and the gradients go to.</param>
    /// <param name="scale">Multiplies the gradients, as an upstream gradient does.</param>
    void Backward(ILossArguments arguments, double scale = 1);

    /// <summary>Computes the value and the gradients in one pass, as far as the loss allows.</summary>
    /// <param name="arguments">Where the inputs come from and the gradients go to.</param>
    /// <param name="scale">Multiplies the gradients, as an upstream gradient does; not the value.</param>
    /// <returns>What the class's own <c>ForwardBackward</c> returns; a value in <see cref="float"/> is exact in <see cref="double"/>.</returns>
    double ForwardBackward(ILossArguments arguments, double scale = 1);
}

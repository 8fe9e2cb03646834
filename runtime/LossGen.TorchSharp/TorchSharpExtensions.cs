using static TorchSharp.torch;

namespace LossGen;

/// <summary>Generated losses in TorchSharp.</summary>
/// <remarks>
/// Tensors are on the CPU, of the loss's element type, and of the declared shape with any batch size; labels may have any integer type. A tensor that is not contiguous is copied first.
/// Anything else is refused before anything is computed, in a message that says what to write. A loss holds no state: one module may be called by several threads.
/// </remarks>
public static class TorchSharpExtensions
{
    /// <summary>A loss of a prediction and a ground truth as a module, in place of one such as <c>torch.nn.CrossEntropyLoss()</c>.</summary>
    /// <typeparam name="TElement">The type of the prediction.</typeparam>
    /// <typeparam name="TLabel">The type of the ground truth.</typeparam>
    /// <param name="loss">The loss.</param>
    public static LossModule AsModule<TElement, TLabel>(this ILoss<TElement, TLabel> loss) => new(loss);

    /// <summary>A loss whose calls take weights as a module of a prediction, a ground truth and weights.</summary>
    /// <typeparam name="TElement">The type of the prediction and the weights.</typeparam>
    /// <typeparam name="TLabel">The type of the ground truth.</typeparam>
    /// <param name="loss">The loss.</param>
    public static LossModuleOfThree AsModule<TElement, TLabel>(this IWeightedLoss<TElement, TLabel> loss) => new(loss);

    /// <summary>A loss of three inputs as a module, in place of one such as <c>torch.nn.TripletMarginLoss()</c>.</summary>
    /// <typeparam name="TFirst">The type of the first input.</typeparam>
    /// <typeparam name="TSecond">The type of the second input.</typeparam>
    /// <typeparam name="TThird">The type of the third input.</typeparam>
    /// <param name="loss">The loss.</param>
    public static LossModuleOfThree AsModule<TFirst, TSecond, TThird>(this ILoss<TFirst, TSecond, TThird> loss) => new(loss);

    /// <summary>A loss of one input, such as a penalty, as a module.</summary>
    /// <typeparam name="TElement">The type of the input.</typeparam>
    /// <param name="loss">The loss.</param>
    public static LossModuleOfOne AsModule<TElement>(this ILoss<TElement> loss) => new(loss);

    /// <summary>Any loss, whatever the number and kind of its inputs, as a function of tensors.</summary>
    /// <param name="loss">The loss.</param>
    public static TensorLoss AsTensorLoss(this ILoss loss) => new(loss);

    /// <summary>
    /// Computes the value and starts a backward pass at the prediction: <c>loss.call(prediction, groundTruth).backward()</c> without a node in the graph for the loss.
    /// </summary>
    /// <typeparam name="TElement">The type of the prediction and the value.</typeparam>
    /// <typeparam name="TLabel">The type of the ground truth.</typeparam>
    /// <param name="loss">The loss.</param>
    /// <param name="prediction">The prediction, usually a model's output. Its <c>grad</c> holds the gradient afterwards; if it has one before, and is a leaf, the gradient is added to it.</param>
    /// <param name="groundTruth">The class labels, or the target. If it requires a gradient, the backward pass starts there, too.</param>
    /// <param name="inPlace">
    /// Whether the gradient may be written over the prediction's own memory, which saves that of a tensor. The prediction is lost, so no operation of the model
    /// may need the value of its output. A linear layer does not; a softmax or most activations at the end do, and the backward pass then throws torch's error of an operation in place.
    /// </param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">A tensor's shape, element type or device is not one that the loss takes, or the gradient cannot be written in place.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not a class.</exception>
    public static TElement BackwardFrom<TElement, TLabel>(this ILoss<TElement, TLabel> loss, Tensor prediction, Tensor groundTruth, bool inPlace = false)
        where TElement : struct, System.Numerics.INumber<TElement> =>
        TElement.CreateTruncating(new TensorLoss(loss).BackwardFrom([prediction, groundTruth], inPlace));
}

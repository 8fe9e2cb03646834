using TorchSharp;
using static TorchSharp.torch;

namespace LossGen;

/// <summary>An input of a loss, as tensors are checked against it.</summary>
/// <param name="number">Which input.</param>
/// <param name="info">What the loss says of it.</param>
/// <param name="dimensions">Its shape, with <see cref="Shape.Batch"/> for the batch; null for that of the first input, whatever it is.</param>
/// <param name="batchAxis">Where the first input has its batch.</param>
internal sealed class TensorInput(int number, LossInputInfo info, int[]? dimensions, int batchAxis)
{
    public int Number => number;

    public string Name => info.Name;

    public bool HasGradient => info.HasGradient;

    public bool IsLabels => info.Kind == LossInputKind.Labels;

    /// <summary>The type of its elements.</summary>
    public ElementKind Element { get; } = ElementKind.Of(info.ElementType);

    /// <summary>The inputs of a loss, with their shapes.</summary>
    public static TensorInput[] Of(ILoss loss)
    {
        int[] shape = loss.Shape.ToArray();
        int? classAxis = loss.ClassAxis;
        return
        [
            .. loss.Inputs.Select((info, number) => new TensorInput(number, info, info.Kind switch
            {
                LossInputKind.Call => [],
                _ when shape.Length == 1 && classAxis is null => null,
                LossInputKind.Elements => shape,
                _ => [.. shape.Where((_, axis) => axis != classAxis)],
            }, Array.IndexOf(shape, Shape.Batch))),
        ];
    }

    /// <summary>Throws unless the loss takes these tensors.</summary>
    /// <exception cref="ArgumentException">A shape, element type or device is wrong, or a gradient would be lost.</exception>
    public static void Check(ILoss loss, TensorInput[] inputs, ReadOnlySpan<Tensor> tensors)
    {
        bool isGradEnabled = is_grad_enabled();
        for (int i = 0; i < inputs.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(tensors[i], inputs[i].Name);
            inputs[i].CheckMemory(loss, inputs, tensors);
            inputs[i].CheckShape(loss, tensors[i], inputs[0].Name, tensors[0]);
            if (isGradEnabled && !inputs[i].HasGradient && tensors[i].requires_grad)
            {
                throw new ArgumentException($"{inputs[i].Name} requires a gradient, but {loss.GetType().Name} computes none by it: give {inputs[i].Name}.detach().", inputs[i].Name);
            }
        }
    }

    private void CheckMemory(ILoss loss, TensorInput[] inputs, ReadOnlySpan<Tensor> tensors)
    {
        Tensor tensor = tensors[number];
        if (tensor.device_type is var device and not DeviceType.CPU)
        {
            throw new ArgumentException(
                device == DeviceType.META ? $"{Name} is a meta tensor, which has no elements; {loss.GetType().Name} computes on the CPU." : $"{Name} is on {tensor.device}, but {loss.GetType().Name} computes on the CPU: give {Name}.cpu().",
                Name);
        }

        if (tensor.is_sparse)
        {
            throw new ArgumentException($"{Name} is sparse, but {loss.GetType().Name} takes dense tensors: give {Name}.to_dense().", Name);
        }

        ScalarType given = tensor.dtype;
        if (given != Element.Torch && !(Element.IsInteger && ElementKind.IsIntegerTensor(given)))
        {
            string advice = AreSwapped(inputs, tensors) ? $"{Name} comes first, then {inputs[1].Name}"
                : IsLabels && HasShapeOf(tensor, tensors[0]) ? AdviceForClasses(loss)
                : $"give {Name}.to(torch.{Element.TorchName})" + (given == ScalarType.Float64 && number == 0 ? ", or declare Element = ElementType.Double" : "");
            throw new ArgumentException($"{Name} is {given}, but {loss.GetType().Name} takes {Element.Wanted}: {advice}.", Name);
        }

        if (tensor.numel() > Array.MaxLength)
        {
            throw new ArgumentException($"{Name} has {tensor.numel()} elements, but a call takes at most {Array.MaxLength}: split the batch into parts, and add what Sums returns for each.", Name);
        }
    }

    private void CheckShape(ILoss loss, Tensor tensor, string firstName, Tensor first)
    {
        if (Fits(tensor, first))
        {
            return;
        }

        string given = Text(tensor.shape);
        string type = loss.GetType().Name;
        if (dimensions is null)
        {
            throw new ArgumentException($"{Name} has the shape {given}, but {firstName} has {Text(first.shape)}: they must be the same.", Name);
        }

        if (info.Kind == LossInputKind.Call)
        {
            throw new ArgumentException($"{Name} has the shape {given}, but is one number for the whole call: give a tensor with one element.", Name);
        }

        string advice = IsLabels && HasShapeOf(tensor, first) ? ": " + AdviceForClasses(loss) : "";
        string declared = "(" + string.Join(", ", dimensions.Select(static size => size == Shape.Batch ? "Batch" : Text(size))) + ")";
        throw new ArgumentException(
            number == 0
                ? $"{Name} has the shape {given}, but {type} is of shape {declared}: {(IsPermuted(tensor.shape) ? "transpose or permute it, as the" : "the")} elements are not reinterpreted."
                : $"{Name} has the shape {given}, but must have {Text([.. dimensions.Select(size => size == Shape.Batch ? first.size(batchAxis) : size)])}, as {firstName} has the shape {Text(first.shape)} and {type} takes {Name} of shape {declared}{advice}.",
            Name);
    }

    // Dimension by dimension: TorchSharp's shape is an array made by several native calls.
    private bool Fits(Tensor tensor, Tensor first)
    {
        if (info.Kind == LossInputKind.Call)
        {
            return tensor.numel() == 1;
        }

        long rank = dimensions?.Length ?? first.dim();
        bool fits = tensor.dim() == rank;
        for (int axis = 0; fits && axis < rank; axis++)
        {
            fits = dimensions is null ? tensor.size(axis) == first.size(axis)
                : dimensions[axis] != Shape.Batch ? tensor.size(axis) == dimensions[axis]
                : number == 0 || tensor.size(axis) == first.size(batchAxis);
        }

        return fits;
    }

    // Whether the logits were given where labels belong, and the labels in their place.
    private bool AreSwapped(TensorInput[] inputs, ReadOnlySpan<Tensor> tensors) =>
        number == 0 && inputs.Length > 1 && inputs[1].IsLabels && ElementKind.IsIntegerTensor(tensors[0].dtype) && tensors[1] is { } second && Fits(second, second);

    private static bool HasShapeOf(Tensor tensor, Tensor first) => tensor.shape.AsSpan().SequenceEqual(first.shape);

    // One number for each class is a distribution, or one-hot.
    private static string AdviceForClasses(ILoss loss) =>
        $"for a probability of each class declare [SoftlabelSoftmaxLoss], or give argmax({loss.ClassAxis}), which makes labels of one-hot classes";

    // Whether another order of the dimensions would fit.
    private bool IsPermuted(long[] given) =>
        given.Length == dimensions!.Length && dimensions.Where(static size => size != Shape.Batch).GroupBy(static size => size).All(group => given.Count(size => size == group.Key) >= group.Count());

    private static string Text(long[] shape) => "[" + string.Join(", ", shape.Select(Text)) + "]";

    private static string Text(long size) => size.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

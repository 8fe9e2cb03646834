using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace LossGen;

/// <summary>A loss with the tensors of one call, which have been checked.</summary>
internal sealed class LossCall
{
    private readonly TensorInput[] inputs;
    private readonly StrongBox<Tensor[]?> waiting;

    public LossCall(ILoss loss, TensorInput[] inputs, Tensor[] tensors)
    {
        Loss = loss;
        this.inputs = inputs;
        Tensors = tensors;
        waiting = new StrongBox<Tensor[]?>();
        int differentiated = 0;
        Span<int> numbers = stackalloc int[tensors.Length];
        for (int i = 0; i < tensors.Length; i++)
        {
            if (inputs[i].HasGradient && tensors[i].requires_grad)
            {
                numbers[differentiated++] = i;
            }
        }

        Differentiated = numbers[..differentiated].ToArray();
    }

    /// <summary>With the same loss and the tensors of the same call, as a graph has kept them.</summary>
    private LossCall(LossCall call, Tensor[] tensors)
    {
        Loss = call.Loss;
        inputs = call.inputs;
        waiting = call.waiting;
        Differentiated = call.Differentiated;
        Tensors = tensors;
    }

    public ILoss Loss { get; }

    public Tensor[] Tensors { get; }

    /// <summary>The numbers of the inputs whose gradients are wanted, in order.</summary>
    public int[] Differentiated { get; }

    /// <summary>The first input that has a gradient, which most losses compute in any case.</summary>
    public int First => Array.FindIndex(inputs, static input => input.HasGradient);

    /// <summary>The type of the value.</summary>
    public ScalarType ValueType => inputs[0].Element.Torch;

    public string NameOf(int input) => inputs[input].Name;

    public LossCall Of(Tensor[] tensors) => new(this, tensors);

    /// <summary>Keeps gradients that came with the value, until they are taken.</summary>
    /// <param name="gradients">For each input, its gradient, or null.</param>
    public void KeepGradients(Tensor?[] gradients) => waiting.Value = Wanted(gradients);

    /// <summary>The gradients that came with the value, in the order of <see cref="Differentiated"/>; null if they were taken before, or if the scope that they were made in has ended. Whoever takes them may write to them.</summary>
    public Tensor[]? TakeGradients() =>
        Interlocked.Exchange(ref waiting.Value, null) is { } gradients && !Array.Exists(gradients, static gradient => gradient.IsInvalid) ? gradients : null;

    /// <summary>Of one tensor per input, those of the inputs whose gradients are wanted.</summary>
    public Tensor[] Wanted(Tensor?[] tensors) => Array.ConvertAll(Differentiated, input => tensors[input]!);

    /// <summary>The value as a tensor without dimensions.</summary>
    public Tensor Scalar(double value)
    {
        Tensor scalar = empty([], dtype: ValueType, device: CPU);
        if (ValueType == ScalarType.Float64)
        {
            TensorMemory.Span<double>(scalar)[0] = value;
        }
        else
        {
            TensorMemory.Span<float>(scalar)[0] = (float)value;
        }

        return scalar;
    }

    /// <summary>Computes the value alone.</summary>
    public Tensor Forward()
    {
        using TensorArguments arguments = new(inputs, Tensors);
        return Scalar(Loss.Forward(arguments));
    }

    /// <summary>Computes value and gradients.</summary>
    /// <param name="gradients">For each input, where its gradient goes, or null; made by <see cref="GradientMemory"/>.</param>
    public double ForwardBackward(Tensor?[] gradients)
    {
        using TensorArguments arguments = new(inputs, Tensors, gradients);
        return Loss.ForwardBackward(arguments);
    }

    /// <summary>The gradients that are wanted, in the order of <see cref="Differentiated"/>: those that came with the value, if they wait and the factor is 1, or else computed.</summary>
    /// <param name="scale">Their factor.</param>
    public Tensor[] Backward(double scale)
    {
        if (scale == 1 && TakeGradients() is { } taken)
        {
            return taken;
        }

        Tensor?[] gradients = GradientMemory();
        using TensorArguments arguments = new(inputs, Tensors, gradients);
        Loss.Backward(arguments, scale);
        return Wanted(gradients);
    }

    /// <summary>Computes the gradients of Σ direction · gradient, for the gradients that are wanted.</summary>
    /// <param name="directions">The direction along each of these inputs.</param>
    /// <param name="scale">The factor of the gradients.</param>
    public Tensor[] DoubleBackward(Tensor[] directions, double scale)
    {
        var along = new Tensor?[Tensors.Length];
        int first = First;

        // Directions after the first may be empty, if all of them are: zeros, at no cost.
        bool isAlongFirst = Array.TrueForAll(Differentiated, input => input == first);
        foreach (TensorInput input in inputs.Where(input => input.HasGradient && (input.Number == first || !isAlongFirst)))
        {
            int wanted = Array.IndexOf(Differentiated, input.Number);
            along[input.Number] = wanted < 0 ? zeros(Tensors[input.Number].shape, dtype: input.Element.Torch, device: CPU) : TensorMemory.Plain(directions[wanted]);
        }

        Tensor?[] gradients = GradientMemory();
        using TensorArguments arguments = new(inputs, Tensors, gradients, along);
        ((ITwiceDifferentiableLoss)Loss).DoubleBackward(arguments, scale);
        return Wanted(gradients);
    }

    /// <summary>Memory for the gradients that are wanted, and the first.</summary>
    public Tensor?[] GradientMemory()
    {
        var gradients = new Tensor?[Tensors.Length];
        int first = First;
        if (!Differentiated.AsSpan().Contains(first))
        {
            gradients[first] = Like(first);
        }

        foreach (int input in Differentiated)
        {
            gradients[input] = Like(input);
        }

        return gradients;
    }

    // Contiguous, whatever the input is.
    private Tensor Like(int input) => empty(TensorMemory.Lengths(Tensors[input]), dtype: inputs[input].Element.Torch, device: CPU);
}

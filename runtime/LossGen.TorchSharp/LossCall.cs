using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace LossGen;

/// <summary>A loss with the tensors of one call, which have been checked.</summary>
internal sealed class LossCall
{
    private readonly TensorInput[] inputs;
    private readonly StrongBox<bool> areTaken;

    public LossCall(ILoss loss, TensorInput[] inputs, Tensor[] tensors)
    {
        Loss = loss;
        this.inputs = inputs;
        Tensors = tensors;
        areTaken = new StrongBox<bool>();
        int differentiated = 0;
        Span<int> numbers = stackalloc int[tensors.Length];
        for (int i = 0; i < tensors.Length; i++)
        {
            if (inputs[i].HasGradient && tensors[i].requires_grad)
            {
                numbers[differentiated++] = i;
            }

            // Once per call, not once per pass.
            if (inputs[i].Element.IsInteger && (inputs[i].Element.IsReinterpreted || tensors[i].dtype != inputs[i].Element.Torch))
            {
                Tensor plain = TensorMemory.Plain(tensors[i]);
                Tensors[i] = IntegerConversion.Convert(inputs[i], plain);
            }
        }

        Differentiated = numbers[..differentiated].ToArray();
    }

    /// <summary>With the same loss and the tensors of the same call, as a graph has kept them.</summary>
    private LossCall(LossCall call, Tensor[] tensors)
    {
        Loss = call.Loss;
        inputs = call.inputs;
        areTaken = call.areTaken;
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

    /// <summary>Whether the gradients that came with the value still wait; the caller takes them. Whoever has them may write to them.</summary>
    public bool TakeGradients() => !Interlocked.Exchange(ref areTaken.Value, true);

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
        using TensorArguments arguments = new(Tensors);
        return Scalar(Loss.Forward(arguments));
    }

    /// <summary>Computes value and gradients.</summary>
    /// <param name="gradients">For each input, where its gradient goes, or null; made by <see cref="Gradients"/>.</param>
    public double ForwardBackward(Tensor?[] gradients)
    {
        using TensorArguments arguments = new(Tensors, gradients);
        return Loss.ForwardBackward(arguments);
    }

    /// <summary>Computes the gradients.</summary>
    /// <param name="gradients">For each input, where its gradient goes, or null; made by <see cref="Gradients"/>.</param>
    /// <param name="scale">Their factor.</param>
    public void Backward(Tensor?[] gradients, double scale)
    {
        using TensorArguments arguments = new(Tensors, gradients);
        Loss.Backward(arguments, scale);
    }

    /// <summary>Computes the gradients of Σ direction · gradient, for the gradients that are wanted.</summary>
    /// <param name="directions">The direction along each of these inputs.</param>
    /// <param name="scale">The factor of the gradients.</param>
    public Tensor[] DoubleBackward(Tensor[] directions, double scale)
    {
        var along = new Tensor?[Tensors.Length];
        foreach (TensorInput input in inputs.Where(static input => input.HasGradient))
        {
            int wanted = Array.IndexOf(Differentiated, input.Number);
            along[input.Number] = wanted < 0 ? zeros(Tensors[input.Number].shape, dtype: input.Element.Torch, device: CPU) : TensorMemory.Plain(directions[wanted]);
        }

        Tensor?[] gradients = Gradients();
        using TensorArguments arguments = new(Tensors, gradients, along);
        ((ITwiceDifferentiableLoss)Loss).DoubleBackward(arguments, scale);
        return [.. Differentiated.Select(input => gradients[input]!)];
    }

    /// <summary>Memory for the gradients that are wanted, and the first.</summary>
    public Tensor?[] Gradients()
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

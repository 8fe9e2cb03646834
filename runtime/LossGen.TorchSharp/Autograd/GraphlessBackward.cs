using static TorchSharp.torch;

namespace LossGen.Autograd;

/// <summary>A backward pass that starts at the inputs of a loss, with the loss's gradients.</summary>
internal static class GraphlessBackward
{
    public static double Run(LossCall call, bool inPlace)
    {
        Tensor?[] gradients = inPlace ? InPlace(call) : call.GradientMemory();
        double value = call.ForwardBackward(gradients);
        if (inPlace)
        {
            TellGraph(call.Tensors[call.First]);
        }

        if (call.Differentiated.Length == 0)
        {
            Tensor first = call.Tensors[call.First], gradient = gradients[call.First]!;
            first.grad = first.grad is { } before ? before + gradient : gradient;
            return value;
        }

        autograd.backward(call.Wanted(call.Tensors), call.Wanted(gradients));
        foreach (int input in call.Differentiated)
        {
            // To a leaf, the pass has added the gradient. A model's output has none of its own, and reading it would print a warning, unless it is told to retain one.
            if (!call.Tensors[input].is_leaf)
            {
                call.Tensors[input].retain_grad();
                call.Tensors[input].grad = gradients[input]!;
            }
        }

        return value;
    }

    /// <summary>Has autograd count a write to a tensor, so that the backward pass of an operation that needs the elements from before fails: an operation on none of them counts as well.</summary>
    private static void TellGraph(Tensor overwritten)
    {
        using Tensor same = overwritten.detach();
        using Tensor flat = same.view(-1);
        using Tensor nothing = flat.narrow(0, 0, 0);
        nothing.zero_().Dispose();
    }

    private static Tensor?[] InPlace(LossCall call)
    {
        Tensor first = call.Tensors[call.First];
        string name = call.NameOf(call.First);
        if (first.is_leaf && first.requires_grad)
        {
            throw new ArgumentException($"{name} is a leaf that requires a gradient: its elements cannot be overwritten by their gradient. Call without inPlace.", name);
        }

        if (!first.is_contiguous() || first.is_neg())
        {
            throw new ArgumentException($"{name} is not contiguous, so a gradient in place would go to a copy. Call without inPlace.", name);
        }

        var gradients = call.GradientMemory();
        gradients[call.First]!.Dispose();
        gradients[call.First] = first.detach();
        return gradients;
    }
}

using static TorchSharp.torch;

namespace LossGen.Autograd;

/// <summary>A backward pass that starts at the inputs of a loss, with the loss's gradients.</summary>
internal static class GraphlessBackward
{
    public static double Run(LossCall call, bool inPlace)
    {
        int[] wanted = call.Differentiated.Length > 0 ? call.Differentiated : [call.First];
        Tensor?[] gradients = inPlace ? InPlace(call) : call.Gradients();
        double value = call.ForwardBackward(gradients);
        int[] roots = [.. wanted.Where(input => call.Tensors[input].requires_grad)];
        if (roots.Length > 0)
        {
            backward([.. roots.Select(input => call.Tensors[input])], [.. roots.Select(input => gradients[input]!)]);
        }

        foreach (int input in wanted)
        {
            // A model's output keeps no gradient of its own.
            if (call.Tensors[input].grad is null)
            {
                call.Tensors[input].grad = gradients[input]!;
            }
        }

        return value;
    }

    private static void backward(IList<Tensor> tensors, IList<Tensor> gradients) => autograd.backward(tensors, gradients);

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

        var gradients = call.Gradients();
        gradients[call.First]!.Dispose();
        gradients[call.First] = first.detach();
        return gradients;
    }
}

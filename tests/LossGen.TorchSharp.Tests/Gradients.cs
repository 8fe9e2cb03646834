using static TorchSharp.torch;

namespace LossGen.Tests;

/// <summary>Values and gradients of functions of tensors.</summary>
internal static class Gradients
{
    /// <summary>The value of a function and its gradients by these leaves, which have none afterwards.</summary>
    public static (double Value, Tensor[] Gradients) Of(Func<Tensor> function, params Tensor[] leaves)
    {
        Tensor value = function();
        value.backward();
        Tensor[] gradients = [.. leaves.Select(static leaf => leaf.grad!.clone())];
        foreach (Tensor leaf in leaves)
        {
            leaf.grad = null;
        }

        return (value.to(ScalarType.Float64).item<double>(), gradients);
    }

    /// <summary>Requires that two tensors agree within a bound.</summary>
    public static void Agree(Tensor expected, Tensor actual, double within)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.InRange((expected - actual).abs().max().to(ScalarType.Float64).item<double>(), 0, within);
    }
}

using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace LossGen.Autograd;

/// <summary>
/// The value of a loss as a node of the graph. The gradients come with the value and wait in the node: the first backward pass whose upstream gradient is 1 takes them as they are,
/// any other computes them with the upstream gradient as their scale.
/// </summary>
/// <remarks>A backward pass runs below native code, which an exception must not reach: it would end the process. What goes wrong there becomes a <see cref="PendingError"/>.</remarks>
internal sealed class LossFunction : SingleTensorFunction<LossFunction>
{
    private const string Call = nameof(Call);

    public override string Name => nameof(LossFunction);

    public static Tensor Apply(LossCall call) => apply([call, .. call.Differentiated.Select(input => call.Tensors[input])]);

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        var call = (LossCall)vars[0];
        Tensor?[] gradients = call.Gradients();
        double value = call.ForwardBackward(gradients);
        List<Tensor> saved = [.. call.Tensors];
        foreach (int input in call.Differentiated)
        {
            saved.Add(gradients[input]!);
        }

        ctx.save_data(Call, call);
        ctx.save_for_backward(saved);
        return call.Scalar(value);
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
    {
        var call = (LossCall)ctx.get_data(Call);
        try
        {
            List<Tensor> saved = ctx.get_saved_variables();
            LossCall again = call.Of([.. saved[..call.Tensors.Length]]);
            Tensor[] gradients = [.. saved[call.Tensors.Length..]];
            return [null!, .. is_grad_enabled() ? GradientFunction.Apply(again, grad_output, gradients) : Scaled(again, grad_output, gradients)];
        }
        catch (Exception exception)
        {
            return [null!, .. PendingError.Raise(call, exception)];
        }
    }

    /// <summary>The gradients times an upstream gradient.</summary>
    /// <param name="call">The loss and its inputs.</param>
    /// <param name="upstream">The upstream gradient.</param>
    /// <param name="gradients">The gradients for an upstream gradient of 1, as long as they wait.</param>
    internal static IEnumerable<Tensor> Scaled(LossCall call, Tensor upstream, Tensor[] gradients)
    {
        double scale = TensorMemory.Number(upstream);
        if (scale == 1 && call.TakeGradients())
        {
            return gradients.Select(Taken);
        }

        Tensor?[] scaled = call.Gradients();
        call.Backward(scaled, scale);
        return call.Differentiated.Select(input => scaled[input]!);
    }

    // The same memory without the graph's count of changes: a leaf takes it over instead of copying it, and what its owner then writes to it is not taken for a change of what the graph keeps.
    private static Tensor Taken(Tensor gradient) => empty([0], dtype: gradient.dtype, device: CPU).set_(gradient);
}

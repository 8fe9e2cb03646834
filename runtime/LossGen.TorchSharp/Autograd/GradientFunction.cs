using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace LossGen.Autograd;

/// <summary>
/// The gradients of a loss as a node of the graph, where they are themselves to be differentiated: by the inputs, for losses whose gradient has a derivative, and by the upstream
/// gradient.
/// </summary>
internal sealed class GradientFunction : MultiTensorFunction<GradientFunction>
{
    private const string Call = nameof(Call);

    public override string Name => nameof(GradientFunction);

    /// <param name="call">The loss and its inputs.</param>
    /// <param name="upstream">The upstream gradient.</param>
    public static Tensor[] Apply(LossCall call, Tensor upstream) => [.. apply([call, upstream, .. call.Wanted(call.Tensors)])];

    public override List<Tensor> forward(AutogradContext ctx, params object[] vars)
    {
        var call = (LossCall)vars[0];
        var upstream = (Tensor)vars[1];
        ctx.save_data(Call, call);
        ctx.save_for_backward([.. call.Tensors, upstream]);
        return [.. call.Backward(TensorMemory.Number(upstream))];
    }

    public override List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs)
    {
        var call = (LossCall)ctx.get_data(Call);
        try
        {
            if (call.Loss is not ITwiceDifferentiableLoss)
            {
                throw new NotSupportedException($"the gradient of {call.Loss.GetType().Name} is to be differentiated, but its derivative was not compiled: declare Curvature = true.");
            }

            if (is_grad_enabled())
            {
                throw new NotSupportedException($"the second derivative of {call.Loss.GetType().Name} is to be differentiated, which is not supported.");
            }

            List<Tensor> saved = ctx.get_saved_variables();
            LossCall again = call.Of([.. saved[..call.Tensors.Length]]);
            Tensor upstream = saved[^1];
            return [null!, upstream.requires_grad ? OfUpstream(again, grad_outputs) : null!, .. again.DoubleBackward([.. grad_outputs], TensorMemory.Number(upstream))];
        }
        catch (Exception exception)
        {
            return [null!, call.Scalar(double.NaN), .. PendingError.Raise(call, exception)];
        }
    }

    // The gradients are the upstream gradient times those for 1.
    private static Tensor OfUpstream(LossCall call, List<Tensor> directions)
    {
        Tensor[] gradients = call.Backward(1);
        Tensor sum = call.Scalar(0);
        for (int i = 0; i < directions.Count; i++)
        {
            sum = sum + (directions[i] * gradients[i]).sum();
        }

        return sum;
    }
}

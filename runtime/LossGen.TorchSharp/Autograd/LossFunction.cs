using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace LossGen.Autograd;

/// <summary>
/// The value of a loss as a node of the graph. The gradients come with the value and wait in the call: the first backward pass whose upstream gradient is 1 takes them as they are,
/// any other computes them with the upstream gradient as their scale.
/// </summary>
/// <remarks>A backward pass runs below native code, which an exception must not reach: it would end the process. What goes wrong there becomes a <see cref="PendingError"/>.</remarks>
internal sealed class LossFunction : SingleTensorFunction<LossFunction>
{
    private const string Call = nameof(Call);

    public override string Name => nameof(LossFunction);

    /// <summary>Computes value and gradients, then makes the node: TorchSharp keeps for ever a node whose forward pass throws.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A label is not a class.</exception>
    public static Tensor Apply(LossCall call)
    {
        Tensor?[] gradients = call.GradientMemory();
        double value = call.ForwardBackward(gradients);
        call.KeepGradients(gradients);
        return apply([call, value, .. call.Wanted(call.Tensors)]);
    }

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        var call = (LossCall)vars[0];
        ctx.save_data(Call, call);
        ctx.save_for_backward([.. call.Tensors]);
        return call.Scalar((double)vars[1]);
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
    {
        var call = (LossCall)ctx.get_data(Call);
        try
        {
            // Without a look at the inputs, which are not read again.
            double scale = TensorMemory.Number(grad_output);
            if (!is_grad_enabled() && scale == 1 && call.TakeGradients() is { } gradients)
            {
                return [null!, null!, .. gradients];
            }

            LossCall again = call.Of([.. ctx.get_saved_variables()]);
            return [null!, null!, .. is_grad_enabled() ? GradientFunction.Apply(again, grad_output) : again.Backward(scale)];
        }
        catch (Exception exception)
        {
            return [null!, null!, .. PendingError.Raise(call, exception)];
        }
    }
}

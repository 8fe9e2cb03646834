using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace LossGen.Autograd;

/// <summary>
/// The value of a loss as a node of the graph. The gradients come with the value and wait in the node: in the backward pass they are returned as they are, or, where the upstream
/// gradient is not 1, computed with it as their scale.
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
    internal static IEnumerable<Tensor> Scaled(LossCall call, Tensor upstream, Tensor[] gradients)
    {
        double scale = TensorMemory.Number(upstream);
        if (scale == 1)
        {
            return gradients;
        }

        Tensor?[] scaled = call.Gradients();
        call.Backward(scaled, scale);
        return call.Differentiated.Select(input => scaled[input]!);
    }
}

using LossGen.Benchmarks.Workloads;
using LossZoo.Custom;

namespace LossGen.Benchmarks.Custom;

/// <summary>The only custom loss of three inputs, of which a model predicts two: mean and variance.</summary>
public sealed class CustomGaussian(Draw mean, Draw variance, Draw target) : ElementwiseLoss(typeof(GaussianLoss), 2, mean, variance, target)
{
    private readonly GaussianLoss loss = new();

    public override float Forward(CustomInputs inputs) => loss.Forward(inputs[0].Span, inputs[1].Span, inputs[2].Span);

    public override float ForwardBackward(CustomInputs inputs, AlignedBuffer<float> gradients) =>
        loss.ForwardBackward(inputs[0].Span, inputs[1].Span, inputs[2].Span, gradients.Span[..Elements], gradients.Span[Elements..]);

    public override float Loop(CustomInputs inputs)
    {
        ReadOnlySpan<float> means = inputs[0].Span, variances = inputs[1].Span, targets = inputs[2].Span;
        double sum = 0;
        for (int i = 0; i < means.Length; i++)
        {
            sum += GaussianLoss.Method.Value(means[i], variances[i], targets[i]);
        }

        return (float)(sum / means.Length);
    }
}

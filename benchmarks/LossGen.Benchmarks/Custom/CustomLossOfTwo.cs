using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Custom;

/// <summary>A custom loss of a prediction and a target.</summary>
/// <typeparam name="TMethod">The user's method: a struct, so that only the call remains.</typeparam>
public sealed class CustomLossOfTwo<TMethod>(ILoss<float, float> loss, Draw prediction, Draw target) : ElementwiseLoss(loss.GetType(), 1, prediction, target)
    where TMethod : struct, IMethodOfTwo
{
    public override float Forward(CustomInputs inputs) => loss.Forward(inputs[0].Span, inputs[1].Span);

    public override float ForwardBackward(CustomInputs inputs, AlignedBuffer<float> gradients) =>
        loss.ForwardBackward(inputs[0].Span, inputs[1].Span, gradients.Span);

    public override float Loop(CustomInputs inputs)
    {
        ReadOnlySpan<float> predictions = inputs[0].Span, targets = inputs[1].Span;

        // A sum of floats loses digits long before the last element; in double it is no slower.
        double sum = 0;
        for (int i = 0; i < predictions.Length; i++)
        {
            sum += TMethod.Value(predictions[i], targets[i]);
        }

        return (float)(sum / predictions.Length);
    }
}

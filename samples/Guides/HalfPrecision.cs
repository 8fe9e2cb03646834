using System.Numerics.Tensors;

namespace Guides;

/// <summary>A loss between 16-bit activations and 16-bit gradients.</summary>
public static class HalfPrecision
{
    /// <summary>The value, and the gradients as they are stored.</summary>
    public static (float Value, Half[] Gradient) Run(ReadOnlySpan<Half> halfLogits, ReadOnlySpan<int> labels)
    {
        var loss = new ImageLoss();

        // Once, for the largest batch.
        float[] logits = new float[halfLogits.Length];
        Half[] halfGradient = new Half[halfLogits.Length];

        // In every step; the gradient may take the place of the logits.
        TensorPrimitives.ConvertToSingle(halfLogits, logits);
        float value = loss.ForwardBackward(logits, labels, logits);
        TensorPrimitives.ConvertToHalf(logits, halfGradient);

        return (value, halfGradient);
    }

    /// <summary>The gradients as a step uses them, after they have been stored in 16 bits.</summary>
    public static float[] RunScaled(ReadOnlySpan<Half> halfLogits, ReadOnlySpan<int> labels)
    {
        var loss = new ImageLoss();
        float[] logits = new float[halfLogits.Length], gradient = new float[halfLogits.Length];
        Half[] halfGradient = new Half[halfLogits.Length];
        TensorPrimitives.ConvertToSingle(halfLogits, logits);

        const float Scale = 1024;
        loss.Backward(logits, labels, gradient, Scale);
        TensorPrimitives.ConvertToHalf(gradient, halfGradient);
        TensorPrimitives.ConvertToSingle(halfGradient, gradient);
        TensorPrimitives.Multiply(gradient, 1 / Scale, gradient);

        return gradient;
    }
}

using LossZoo.Custom.AlongAxis;

namespace Guides;

/// <summary>A formula that compares two vectors of each sample, called like a loss of the library.</summary>
public static class Embeddings
{
    /// <summary>The value, and the gradient of the first vectors.</summary>
    public static (float Value, float[] Gradient) Run(int N)
    {
        float[] left = Inputs.Normal(N * 10, seed: 9), right = Inputs.Normal(N * 10, seed: 10);
        float[] target = [.. Enumerable.Range(0, N).Select(static n => n % 2 == 0 ? 1f : -1f)];
        float[] leftGradient = new float[N * 10], rightGradient = new float[N * 10];

        float value = new CosineEmbeddingLoss(margin: 0.2f).ForwardBackward(left, right, target, leftGradient, rightGradient);   // float[N * 10] and, for the target, float[N]

        return (value, leftGradient);
    }
}

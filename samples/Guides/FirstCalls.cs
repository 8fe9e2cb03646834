namespace Guides;

/// <summary>The value and the gradient of a batch, and the value of another.</summary>
public static class FirstCalls
{
    /// <summary>What a training step and a test compute of N images.</summary>
    public static (float Value, float Test, float[] Gradient) Run(int N)
    {
        float[] logits = Inputs.Normal(N * 1000, seed: 1), testLogits = Inputs.Normal(N * 1000, seed: 2);
        int[] labels = Inputs.Labels(N, 1000, seed: 3), testLabels = Inputs.Labels(N, 1000, seed: 4);
        float[] gradient = new float[N * 1000];

        var loss = new ImageLoss();
        float value = loss.ForwardBackward(logits, labels, gradient);   // float[N * 1000], int[N], float[N * 1000]
        float test = loss.Forward(testLogits, testLabels);

        return (value, test, gradient);
    }
}

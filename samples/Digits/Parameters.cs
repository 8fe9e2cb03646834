namespace Digits;

/// <summary>Trainable parameters, their gradients and their momentum velocities.</summary>
public sealed class Parameters(int count)
{
    private const float Momentum = 0.9f;

    /// <summary>The parameters themselves.</summary>
    public float[] Values { get; } = new float[count];

    /// <summary>The derivative of the loss with respect to each of <see cref="Values"/>.</summary>
    public float[] Gradients { get; } = new float[count];

    /// <summary>The momentum of each of <see cref="Values"/>: with them, all that a step depends on besides the gradients.</summary>
    public float[] Velocities { get; } = new float[count];

    /// <summary>Stochastic gradient descent: v ← 0.9 v − rate · gradient, value ← value + v.</summary>
    public void Step(float learningRate)
    {
        for (int i = 0; i < Values.Length; i++)
        {
            Velocities[i] = (Momentum * Velocities[i]) - (learningRate * Gradients[i]);
            Values[i] += Velocities[i];
        }
    }
}

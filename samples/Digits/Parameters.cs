namespace Digits;

/// <summary>Trainable parameters, their gradients and their momentum velocities.</summary>
public sealed class Parameters(int count)
{
    private const float Momentum = 0.9f;

    private readonly float[] _velocities = new float[count];

    /// <summary>The parameters themselves.</summary>
    public float[] Values { get; } = new float[count];

    /// <summary>The derivative of the loss with respect to each of <see cref="Values"/>.</summary>
    public float[] Gradients { get; } = new float[count];

    /// <summary>Stochastic gradient descent: v ← 0.9 v − rate · gradient, value ← value + v.</summary>
    public void Step(float learningRate)
    {
        for (int i = 0; i < Values.Length; i++)
        {
            _velocities[i] = (Momentum * _velocities[i]) - (learningRate * Gradients[i]);
            Values[i] += _velocities[i];
        }
    }
}

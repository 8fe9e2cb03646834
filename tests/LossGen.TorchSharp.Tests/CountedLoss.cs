namespace LossGen.Tests;

/// <summary>A loss that counts the passes that compute gradients.</summary>
/// <param name="loss">What computes them.</param>
internal sealed class CountedLoss(ILoss loss) : ILoss
{
    public int Passes { get; private set; }

    public ReadOnlySpan<int> Shape => loss.Shape;

    public int? ClassAxis => loss.ClassAxis;

    public IReadOnlyList<LossInputInfo> Inputs => loss.Inputs;

    public double Forward(ILossArguments arguments) => loss.Forward(arguments);

    public void Backward(ILossArguments arguments, double scale = 1)
    {
        Passes++;
        loss.Backward(arguments, scale);
    }

    public double ForwardBackward(ILossArguments arguments, double scale = 1)
    {
        Passes++;
        return loss.ForwardBackward(arguments, scale);
    }
}

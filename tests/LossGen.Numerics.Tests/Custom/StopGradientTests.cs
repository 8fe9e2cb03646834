using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom;

/// <summary><see cref="Along.StopGradient(float)"/> in formulas of one element and over classes: the value as it is, and slopes as of a constant.</summary>
public sealed class StopGradientTests
{
    private static readonly CompiledLosses Compiled = CompiledLosses.CompileSources(
    [
        """
        using LossGen;
        [ElementwiseLoss] public sealed partial class Weighted
        {
            [Formula] private static float Value(float x, float y) => Along.StopGradient(x * y) * (x - y) * (x - y) + Along.StopGradient(y);
        }
        [ClassAxisLoss(Shape.Batch, 2)] public sealed partial class Focal
        {
            [Formula] private static double Value(ClassLogits<double> logits, int label) => -(1 - Along.StopGradient(logits.Probability(label))) * logits.LogProbability(label);
        }
        """,
    ]);

    [Fact]
    public void OfElements()
    {
        CustomLoss<float> loss = new(Compiled.Instance("Weighted"));
        Memory<float>[] gradients = [new float[1], new float[1]];
        Assert.Equal((15 * 4) + 5, loss.ForwardBackward([new float[] { 3 }, new float[] { 5 }], gradients));
        Assert.Equal(15 * -4, gradients[0].Span[0]);
        Assert.Equal(15 * 4, gradients[1].Span[0]);
    }

    [Fact]
    public void OverClasses()
    {
        ILoss<double, int> loss = (ILoss<double, int>)Compiled.Instance("Focal");
        double[] gradient = new double[2];
        double p = 1 / (1 + Math.Exp(-0.75));
        Assert.Equal(-(1 - p) * Math.Log(p), loss.ForwardBackward([1, 0.25], [0], gradient), 1e-14);
        Assert.Equal(-(1 - p) * (1 - p), gradient[0], 1e-14);
        Assert.Equal((1 - p) * (1 - p), gradient[1], 1e-14);
    }
}

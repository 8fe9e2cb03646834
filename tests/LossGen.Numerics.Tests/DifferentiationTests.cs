using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests;

/// <summary>Gradients against central differences of the values that the same kernels give, in float64.</summary>
public sealed class DifferentiationTests
{
    private const double Step = 1e-5;

    [Theory]
    [InlineData("Shape.Batch, 2", 4)]
    [InlineData("Shape.Batch, 10", 3)]
    [InlineData("Shape.Batch, 37", 2)]
    [InlineData("Shape.Batch, 3, 4", 2)]
    public void SoftmaxGradientsAreTheSlopesOfTheValue(string shape, int samples)
    {
        ILoss<double, int> loss = (ILoss<double, int>)CompiledLosses.CompileOne($"[SoftmaxLoss({shape}, Weight = 1.5, Element = ElementType.Double)]");
        int[] sizes = [.. shape.Split(", ")[1..].Select(static size => int.Parse(size, System.Globalization.CultureInfo.InvariantCulture))];
        Data data = new(samples);
        double[] logits = data.Normal(samples * sizes.Aggregate(static (a, b) => a * b));
        int[] labels = data.Labels(logits.Length / sizes[0], sizes[0]);
        double[] gradient = new double[logits.Length];
        loss.Backward(logits, labels, gradient);
        Compare(logits, gradient, () => loss.Forward(logits, labels));
    }

    [Fact]
    public void SquareGradientsAreTheSlopesOfTheValue()
    {
        object loss = CompiledLosses.CompileOne("[SquareLoss(Shape.Batch, 7, Weight = 1.5, Element = ElementType.Double)]");
        ILoss<double, double> square = (ILoss<double, double>)loss;
        Data data = new(5);
        double[] prediction = data.Normal(35);
        double[] target = data.Normal(35);
        LossResult result = LossRun.WithTarget(loss, prediction, target);
        Compare(prediction, result.PredictionGradient, () => square.Forward(prediction, target));
        Compare(target, result.GroundTruthGradient!, () => square.Forward(prediction, target));
    }

    private static void Compare(double[] input, double[] gradient, Func<double> value)
    {
        for (int i = 0; i < input.Length; i++)
        {
            double at = input[i];
            input[i] = at + Step;
            double above = value();
            input[i] = at - Step;
            double below = value();
            input[i] = at;
            Assert.Equal((above - below) / (2 * Step), gradient[i], tolerance: 1e-9);
        }
    }
}

using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests;

/// <summary>Compiled square-loss kernels against the float64 interpretation of their mathematics.</summary>
public sealed class SquareTests
{
    private static readonly Lazy<CompiledLosses> Losses = new(static () => CompiledLosses.Compile(new Dictionary<string, string>
    {
        ["Single"] = "[SquareLoss]",
        ["Double"] = "[SquareLoss(Element = ElementType.Double)]",
        ["SingleShaped"] = "[SquareLoss(Shape.Batch, 3, 5, Weight = 2.5)]",
        ["DoubleShaped"] = "[SquareLoss(Shape.Batch, 3, 5, Weight = 2.5, Element = ElementType.Double)]",
    }));

    [Fact]
    public void EveryLengthFrom0To67MatchesTheOracle()
    {
        for (int length = 0; length <= 67; length++)
        {
            Check("", [TensorShape.Batch], 1.0, length);
        }
    }

    [Fact]
    public void EveryBatchSizeFrom0To67OfAShapeMatchesTheOracle()
    {
        for (int batch = 0; batch <= 67; batch++)
        {
            Check("Shaped", [TensorShape.Batch, 3, 5], 2.5, batch * 15);
        }
    }

    [Theory]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(65_535)]
    [InlineData(65_537)]
    [InlineData(200_003)]
    public void LengthsAroundChunksAndBlocksMatchTheOracle(int length) => Check("", [TensorShape.Batch], 1.0, length);

    [Fact]
    public void SixteenMillionElementsAreAsAccurateAsSixteen()
    {
        // (x − y)² = 0.01 everywhere, so the sum is known without adding anything.
        float[] prediction = new float[1 << 24];
        float[] target = new float[1 << 24];
        Array.Fill(prediction, 0.1f);
        ILoss<float, float> single = (ILoss<float, float>)Losses.Value.Instance("Single");
        double exact = 0.5 * (double)0.1f * 0.1f;
        Assert.Equal(1.0, single.Forward(prediction, target) / exact, tolerance: 2e-7);

        double[] wide = [.. prediction];
        ILoss<double, double> @double = (ILoss<double, double>)Losses.Value.Instance("Double");
        Assert.Equal(1.0, @double.Forward(wide, new double[1 << 24]) / exact, tolerance: 1e-13);
    }

    private static void Check(string suffix, int[] shape, double weight, int length)
    {
        Data data = new(length);
        double[] prediction = data.Normal(length);
        double[] target = data.Normal(length);
        foreach (ElementKind element in new[] { ElementKind.Single, ElementKind.Double })
        {
            object loss = Losses.Value.Instance(element + suffix);
            LossResult expected = Oracle.Evaluate(Oracle.Square(shape, element, weight), prediction, target);
            LossResult actual = LossRun.WithTarget(loss, prediction, target);
            string what = $"{element}{suffix}, {length} elements";
            Exactness.Value(loss, expected.Value, actual.Value, what);
            Exactness.ElementwiseGradient(loss, expected.PredictionGradient, actual.PredictionGradient, what);
            Exactness.ElementwiseGradient(loss, expected.GroundTruthGradient!, actual.GroundTruthGradient!, what);
        }
    }
}

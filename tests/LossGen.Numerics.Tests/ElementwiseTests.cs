using LossGen.Generator.Model;
using LossGen.Numerics.Tests.Support;
using LossGen.Tests;

namespace LossGen.Numerics.Tests;

/// <summary>Compiled kernels of every elementwise loss against the float64 interpretation of their mathematics.</summary>
public sealed class ElementwiseTests
{
    private static readonly Lazy<CompiledLosses> Compiled = new(static () => CompiledLosses.Compile(
        Data.ElementwiseLosses.SelectMany(static loss => new[]
        {
            (Name: $"{loss}Single", Attribute: $"[{loss}Loss]"),
            (Name: $"{loss}Double", Attribute: $"[{loss}Loss(Element = ElementType.Double)]"),
            (Name: $"{loss}SingleShaped", Attribute: $"[{loss}Loss(Shape.Batch, 3, 5, Weight = 2.5)]"),
            (Name: $"{loss}DoubleShaped", Attribute: $"[{loss}Loss(3, 5, Shape.Batch, Weight = 2.5, Element = ElementType.Double)]"),
        }).ToDictionary(static loss => loss.Name, static loss => loss.Attribute)));

    public static TheoryData<string> Losses => [.. Data.ElementwiseLosses.Select(static loss => loss.ToString())];

    [Theory]
    [MemberData(nameof(Losses))]
    public void EveryLengthFrom0To67MatchesTheOracle(string loss)
    {
        for (int length = 0; length <= 67; length++)
        {
            Check(loss, "", [TensorShape.Batch], 1.0, length);
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void EveryBatchSizeFrom0To67OfAShapeMatchesTheOracle(string loss)
    {
        for (int batch = 0; batch <= 67; batch++)
        {
            Check(loss, "Shaped", [TensorShape.Batch, 3, 5], 2.5, batch * 15);
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void LengthsAroundBlocksMatchTheOracle(string loss)
    {
        foreach (int length in new[] { 16_383, 16_384, 16_385, 16_384 + 33, 50_003 })
        {
            Check(loss, "", [TensorShape.Batch], 1.0, length, RandomRun.OneOf(length, ElementKind.Single, ElementKind.Double));
        }
    }

    [Fact]
    public void SixteenMillionElementsAreAsAccurateAsSixteen()
    {
        // (x − y)² is the same everywhere, so the sum is known without adding anything.
        float[] prediction = new float[1 << 24];
        Array.Fill(prediction, 0.1f);
        double exact = 0.5 * (double)0.1f * 0.1f;
        ILoss<float, float> single = (ILoss<float, float>)Compiled.Value.Instance("SquareSingle");
        Assert.Equal(1.0, single.Forward(prediction, new float[1 << 24]) / exact, tolerance: 2e-7);

        double[] wide = [.. prediction];
        ILoss<double, double> @double = (ILoss<double, double>)Compiled.Value.Instance("SquareDouble");
        Assert.Equal(1.0, @double.Forward(wide, new double[1 << 24]) / exact, tolerance: 1e-13);
    }

    private static void Check(string loss, string suffix, int[] shape, double weight, int length, ElementKind[]? elements = null)
    {
        LossKind kind = Enum.Parse<LossKind>(loss);
        Data data = new(length);
        double[] prediction = data.Prediction(kind, length);
        double[] target = data.Target(kind, length);
        foreach (ElementKind element in elements ?? [ElementKind.Single, ElementKind.Double])
        {
            object compiled = Compiled.Value.Instance(loss + element + suffix);
            LossResult expected = Oracle.Evaluate(Oracle.Elementwise(kind, shape, element, weight), prediction, target);
            LossResult actual = LossRun.WithTarget(compiled, prediction, target);
            string what = $"{loss} {element}{suffix}, {length} elements";
            Exactness.Value(compiled, expected.Value, actual.Value, what);
            Exactness.ElementwiseGradient(compiled, expected.PredictionGradient, actual.PredictionGradient, what);
            Exactness.ElementwiseGradient(compiled, expected.GroundTruthGradient!, actual.GroundTruthGradient!, what);
        }
    }
}

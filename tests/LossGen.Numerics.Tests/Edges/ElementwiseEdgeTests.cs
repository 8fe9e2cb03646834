using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>Ends of ranges and NaN in elementwise losses, in every lane and in every remainder.</summary>
public sealed class ElementwiseEdgeTests
{
    // An unrolled step of 4 vectors of 8, and 3 more.
    private const int MostElements = 35;

    private static readonly Lazy<CompiledLosses> Compiled = new(static () => CompiledLosses.Compile(
        new[] { "Hinge", "BinaryCrossEntropy", "GaussianKL", "Square" }.SelectMany(static loss => new[] { "Single", "Double" }.Select(element =>
            (Name: loss + element, Attribute: $"[{loss}Loss(Shape.Batch, 1, Element = ElementType.{element})]"))).ToDictionary(static loss => loss.Name, static loss => loss.Attribute)));

    public static TheoryData<string> Elements => ["Single", "Double"];

    [Theory]
    [MemberData(nameof(Elements))]
    public void HingeIsFlatFromTheMarginOn(string element) => ForEveryPosition(0.5, 1.0, "Hinge" + element, run =>
    {
        Assert.Equal((0.0, 0.0, 0.0), run(1.0, 1.0));
        Assert.Equal((0.0, 0.0, 0.0), run(-3.0, -1.0));
        Assert.Equal((1.0, -1.0, 0.0), run(0.0, 1.0));
        Assert.Equal(double.PositiveInfinity, run(double.NegativeInfinity, 1.0).Value);
        Assert.Equal((0.0, 0.0, 0.0), run(double.PositiveInfinity, 1.0));
    });

    [Theory]
    [MemberData(nameof(Elements))]
    public void CrossEntropyIsFiniteAtTheEndsAndZeroAtTheRightOne(string element) => ForEveryPosition(0.5, 0.5, "BinaryCrossEntropy" + element, run =>
    {
        foreach (double end in new[] { 0.0, 1.0 })
        {
            Assert.Equal((0.0, 0.0), (run(end, end).Value, run(end, end).First));
            Assert.Equal(100.0, run(end, 1 - end).Value, tolerance: 1e-4);
            Assert.Equal(((2 * end) - 1) * 1e12, run(end, 1 - end).First, tolerance: 1e6);
            Assert.Equal(end == 0.0 ? 100.0 : -100.0, run(end, 1 - end).Second, tolerance: 1e-4);
        }

    });

    [Theory]
    [MemberData(nameof(Elements))]
    public void CrossEntropyOfWhatIsNoProbabilityIsNaN(string element) => ForEveryPosition(0.5, 0.5, "BinaryCrossEntropy" + element, run =>
        Assert.All([(1.5, 0.0), (1.5, 0.25), (1.5, 1.0), (-0.5, 0.0), (-0.5, 0.25), (-0.5, 1.0)], ((double X, double Y) at) => Assert.Equal(double.NaN, run(at.X, at.Y).Value)));

    [Theory]
    [MemberData(nameof(Elements))]
    public void GaussianDivergenceIsInfiniteAtNoDeviationAndNaNBelow(string element) => ForEveryPosition(0.0, 1.0, "GaussianKL" + element, run =>
    {
        Assert.Equal(0.0, run(0.0, 1.0).Value);
        Assert.Equal(double.PositiveInfinity, run(0.0, 0.0).Value);
        Assert.Equal(double.NegativeInfinity, run(0.0, 0.0).Second);
        Assert.True(double.IsNaN(run(0.0, -1.0).Value));
        Assert.Equal(0.0, run(0.0, -1.0).Second);
    });

    [Theory]
    [MemberData(nameof(Elements))]
    public void NaNInEitherInputIsNaN(string element)
    {
        foreach (string loss in new[] { "Hinge", "BinaryCrossEntropy", "GaussianKL", "Square" })
        {
            ForEveryPosition(0.5, 1.0, loss + element, run =>
            {
                (double value, double first, _) = run(double.NaN, 1.0);
                Assert.Equal((double.NaN, double.NaN), (value, first));

                // One of the gradients may not depend on it.
                (value, first, double second) = run(0.5, double.NaN);
                Assert.True(double.IsNaN(value) && (double.IsNaN(first) || double.IsNaN(second)));
            });
        }
    }

    // Every other element is the given harmless pair; one position takes the edge case. The test is given that element's own share.
    private static void ForEveryPosition(
        double x, double y, string loss, Action<Func<double, double, (double Value, double First, double Second)>> test)
    {
        object compiled = Compiled.Value.Instance(loss);
        for (int length = 1; length <= MostElements; length++)
        {
            double[] prediction = [.. Enumerable.Repeat(x, length)];
            double[] target = [.. Enumerable.Repeat(y, length)];
            LossResult harmless = LossRun.WithTarget(compiled, prediction, target);
            for (int position = 0; position < length; position++)
            {
                test((edgeX, edgeY) =>
                {
                    (prediction[position], target[position]) = (edgeX, edgeY);
                    LossResult result = LossRun.WithTarget(compiled, prediction, target);
                    (prediction[position], target[position]) = (x, y);
                    double others = harmless.Value * (length - 1);
                    double share = (result.Value * length) - others;
                    Neighbours(harmless.PredictionGradient, result.PredictionGradient, position);
                    Neighbours(harmless.GroundTruthGradient!, result.GroundTruthGradient!, position);
                    return (Math.Abs(share) < 1e-5 * length ? 0.0 : Math.Round(share, 4), Rounded(result.PredictionGradient[position] * length), Rounded(result.GroundTruthGradient![position] * length));
                });
            }
        }
    }

    private static void Neighbours(double[] expected, double[] actual, int position)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            if (i != position && !expected[i].Equals(actual[i]))
            {
                Assert.Fail($"element {i} changed with element {position}");
            }
        }
    }

    // Scaled back by the length, a float32 gradient is not exact; a negative zero is a zero.
    private static double Rounded(double value) => double.IsFinite(value) && Math.Abs(value) < 1e6 ? Math.Round(value, 4) + 0.0 : value;
}

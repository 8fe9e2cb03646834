using LossGen.Generator.Kernel;
using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Compiler;

/// <summary>What kernels of losses along an axis compute per class, once the factors that a location's classes share are collected.</summary>
public sealed class AxisKernelTests
{
    private const string Tversky = """
        float both = 0, onlyLeft = 0, onlyRight = 0;
        for (int i = 0; i < left.Length; i++) { both += left[i] * right[i]; onlyLeft += left[i] * (1 - right[i]); onlyRight += (1 - left[i]) * right[i]; }
        return 1 - (both + 1) / (both + a * onlyLeft + b * onlyRight + 1);
        """;

    private const string Correlation = """
        float leftMean = Along.Mean(left), rightMean = Along.Mean(right), together = 0, leftSquares = 0, rightSquares = 0;
        for (int i = 0; i < left.Length; i++)
        {
            float l = left[i] - leftMean, r = right[i] - rightMean;
            together += l * r; leftSquares += l * l; rightSquares += r * r;
        }
        return 1 - together / MathF.Sqrt(leftSquares * rightSquares);
        """;

    private const string Divergence = "float sum = 0; for (int i = 0; i < left.Length; i++) { sum += MathF.Exp(right[i]) * (right[i] - left[i]); } return b * sum / left.Length;";

    // k·right + m·(1 − right): the difference, a product, and one that is added to it.
    [Fact]
    public void AGradientHasOneProductForEachValueThatDiffersByClass()
    {
        Loop map = ClassLoops(Tversky)[^1];
        int operations = map.Body.AllExpressions().SelectMany(Traversal.PostOrder).OfType<Apply>().Distinct().Count(static e => e.Op is Op.Add or Op.Subtract or Op.Multiply or Op.FusedMultiplyAdd && e.Type.IsVector);
        Assert.Equal(3 * map.Body.OfType<Store>().Count(), operations);
    }

    // The means, then everything about the deviations, then the gradients.
    [Fact]
    public void SumsOfProductsByFactorsNeedNoLoopOfTheirOwn() => Assert.Equal(3, ClassLoops(Correlation).Length);

    [Theory]
    [InlineData("Shape.Batch, 1000")]
    [InlineData("Shape.Batch, 5, 7, Dim = 1")]
    [InlineData("12, Shape.Batch, Dim = 0")]
    public void ASumOverElementsRunsOverElements(string shape) =>
        Assert.All(CompiledLoss.Of(Source(shape, Divergence)).FusedKernels(), static kernel => Assert.IsType<ElementwiseIteration>(kernel.Iteration));

    [Theory]
    [InlineData("float sum = 0; for (int i = 0; i < left.Length; i++) { sum += left[i] * right[i]; } return sum + 1;")]
    [InlineData("float sum = 0; for (int i = 0; i < left.Length; i++) { sum += left[i] * right[i]; } return sum * sum;")]
    [InlineData("float sum = 0; for (int i = 0; i < left.Length; i++) { sum += i * left[i] * right[i]; } return sum;")]
    [InlineData("float sum = 0; for (int i = 0; i < left.Length; i++) { sum += left[0] * right[i]; } return sum;")]
    [InlineData("float sum = 0; for (int i = 0; i < left.Length; i++) { sum = MathF.Max(sum, left[i] * right[i]); } return sum;")]
    public void AFormulaOfALocationRunsOverLocations(string formula) =>
        Assert.All(CompiledLoss.Of(Source("Shape.Batch, 1000", formula)).FusedKernels(), static kernel => Assert.IsType<ClassAxisIteration>(kernel.Iteration));

    // A tile's classes are copies for vectors of either width, with the same roundings; four of them, then two.
    [Fact]
    public void ATileContractsTheSameProductsForBothWidths()
    {
        const string Squared = "float sum = 0; for (int i = 0; i < left.Length; i++) { sum += left[i] * right[i]; } return sum * sum;";
        int[] contracted = [.. CompiledLoss.Of(Source("Shape.Batch, 6, 64, Dim = 1", Squared)).FusedKernels().Where(static kernel => kernel.Schedule!.HasTiles)
            .Select(static kernel => kernel.Body.AllExpressions().SelectMany(Traversal.PostOrder).OfType<Apply>().Count(static e => e.Op == Op.FusedMultiplyAdd))];
        Assert.Equal(2, contracted.Length);
        Assert.Equal(contracted[0], contracted[1]);
        Assert.NotEqual(0, contracted[0]);
    }

    private static Loop[] ClassLoops(string formula) =>
        [.. CompiledLoss.Of(Source("Shape.Batch, 1024", formula)).FusedKernels().First().Body.AllStatements().OfType<Loop>().Where(static loop => loop.Role == LoopRole.Classes)];

    private static string Source(string shape, string formula) =>
        $"using System;\nusing LossGen;\n[AxisLoss({shape})]\npublic sealed partial class Loss {{ [Formula] private static float Value(ReadOnlySpan<float> left, [NoGradient] ReadOnlySpan<float> right, [Parameter] float a = 0.5f, [Parameter] float b = 0.25f) {{ {formula} }} }}";
}

using LossGen.Generator.Kernel;
using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Compiler;

/// <summary>
/// What kernels of custom losses over classes compute: like a softmax's, one exponential per class, one division per location, and the factor of a location once.
/// </summary>
public sealed class OverClassesKernelTests
{
    private const string Focal = "float p = logits.Probability(label); return -MathF.Pow(1 - p, a) * logits.LogProbability(label);";
    private const string Poly1 = "return -logits.LogProbability(label) + a * (1 - logits.Probability(label));";
    private const string Generalised = "return (1 - MathF.Pow(logits.Probability(label), a)) / a;";
    private const string Smoothed = "return (1 - a) * -logits.LogProbability(label) + a * (logits.LogSumExp() - logits.Sum() / logits.Count);";

    // The formula's own divisions per location: by a, by the miss in Focal's limit, by the number of classes.
    [Theory]
    [InlineData(Focal, 1)]
    [InlineData(Poly1, 0)]
    [InlineData(Generalised, 2)]
    [InlineData(Smoothed, 1)]
    public void ARowDividesOnceBesidesItsFormula(string formula, int own)
    {
        LossKernel kernel = RowKernel(formula);
        Assert.Equal(1 + own, kernel.Body.Nodes(NodeSet.Of(Op.Divide)).Count);

        // Divisions and exponentials per class occur only in the loop that fills the gradient with exponentials.
        Loop[] loops = ClassLoops(kernel);
        Assert.Equal(3, loops.Length);
        Assert.All(loops, static loop => Assert.False(loop.Contents.Overlaps(NodeSet.Of(Op.Divide))));
        Assert.Single(loops, static loop => loop.Contents.Overlaps(NodeSet.Transcendentals));
    }

    [Theory]
    [InlineData(Focal)]
    [InlineData(Poly1)]
    [InlineData(Generalised)]
    public void AClassIsScaledByOneProduct(string formula) => Assert.Contains(
        ClassLoops(RowKernel(formula)).SelectMany(static loop => loop.Body).OfType<Store>(),
        static store => store is { Tensor.Role: TensorRole.Gradient, Value: Apply { Op: Op.Multiply, Arguments: [Load load, Variable] } } && load.Tensor == store.Tensor && load.Index == store.Index);

    [Fact]
    public void CommentsReadAsMathematics()
    {
        string file = GeneratorTester.Generate(Source("Shape.Batch, 10", Focal))["Loss.g.cs"];
        Assert.Contains("// where     crossEntropy = log Σ[j] exp(logits[j]) − logits[label]\n", file, StringComparison.Ordinal);
        Assert.Contains(
            "// gradient  logitsGradient = scale·(crossEntropy·(exp(−crossEntropy)·(a·(1 − exp(−crossEntropy))^(a − 1))) + (1 − exp(−crossEntropy))^a)·(exp(logits[c] − log Σ[j] exp(logits[j])) − (c = label ? 1 : 0))\n",
            file,
            StringComparison.Ordinal);
        Assert.Contains("a·(exp(logits[c] − log Σ[j] exp(logits[j])) − 0.1) + ", GeneratorTester.Generate(Source("Shape.Batch, 10", Smoothed))["Loss.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Focal)]
    [InlineData(Poly1)]
    [InlineData(Generalised)]
    [InlineData(Smoothed)]
    public void RowsCompileWithoutAWarning(string formula) => Assert.Single(GeneratorTester.Generate(Source("Shape.Batch, 1000", formula)));

    private static LossKernel RowKernel(string formula) => CompiledLoss.Of(Source("Shape.Batch, 1000", formula)).FusedKernels().First();

    private static Loop[] ClassLoops(LossKernel kernel) => [.. kernel.Body.AllStatements().OfType<Loop>().Where(static loop => loop.Role == LoopRole.Classes)];

    private static string Source(string shape, string formula) =>
        $"using System;\nusing LossGen;\n[ClassAxisLoss({shape})]\npublic sealed partial class Loss {{ [Formula] private static float Value(ClassLogits<float> logits, int label, [Parameter] float a = 0.5f) {{ {formula} }} }}";
}

using System.Text.RegularExpressions;
using LossGen.Generator.Tests.Support;

namespace LossGen.Generator.Tests.Compiler;

/// <summary>What kernels of written losses over classes compute: as a softmax's do, one exponential a class, one division a location, the factor of a location once.</summary>
public sealed partial class OverClassesKernelTests
{
    private const string Focal = "float p = logits.Probability(label); return -MathF.Pow(1 - p, a) * logits.LogProbability(label);";
    private const string Poly1 = "return -logits.LogProbability(label) + a * (1 - logits.Probability(label));";
    private const string Generalised = "return (1 - MathF.Pow(logits.Probability(label), a)) / a;";
    private const string Smoothed = "return (1 - a) * -logits.LogProbability(label) + a * (logits.LogSumExp() - logits.Sum() / logits.Count);";

    // The divisions of a location that are the formula's own: by a, by the miss in Focal's limit, by the number of classes.
    [Theory]
    [InlineData(Focal, 1)]
    [InlineData(Poly1, 0)]
    [InlineData(Generalised, 2)]
    [InlineData(Smoothed, 1)]
    public void ARowDividesOnceBesidesItsFormula(string formula, int own)
    {
        string kernel = Kernel("Shape.Batch, 1000", formula);
        string[] lines = kernel.Split('\n');
        int total = lines.Count(static line => Quotient().IsMatch(line));
        Assert.Equal(1 + own, total);

        // What is divided or exponentiated for a class is so in the one loop that fills the gradient with exponentials.
        string[] loops = [.. ClassLoop().Matches(kernel).Select(static match => match.Value)];
        Assert.Equal(3, loops.Length);
        Assert.All(loops, static loop => Assert.DoesNotMatch(Quotient(), loop));
        Assert.Single(loops, static loop => loop.Contains("VectorMath.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Focal)]
    [InlineData(Poly1)]
    [InlineData(Generalised)]
    public void AClassIsScaledByOneProduct(string formula) =>
        Assert.Matches(@"\n *Vector256\.StoreUnsafe\(Vector256\.LoadUnsafe\(ref logitsGradientStart, row \+ classIndex\) \* gradientScaleBroadcast, ref", Kernel("Shape.Batch, 1000", formula));

    [Fact]
    public void CommentsReadAsMathematics()
    {
        string kernel = Kernel("Shape.Batch, 10", Focal);
        Assert.Contains("// where     crossEntropy = log Σ[j] exp(logits[j]) − logits[label]\n", kernel, StringComparison.Ordinal);
        Assert.Contains(
            "// gradient  logitsGradient = scale·(crossEntropy·(exp(−crossEntropy)·(a·(1 − exp(−crossEntropy))^(a − 1))) + (1 − exp(−crossEntropy))^a)·(exp(logits[c] − log Σ[j] exp(logits[j])) − (c = label ? 1 : 0))\n",
            kernel,
            StringComparison.Ordinal);
        Assert.Contains("a·(exp(logits[c] − log Σ[j] exp(logits[j])) − 0.1) + ", Kernel("Shape.Batch, 10", Smoothed), StringComparison.Ordinal);
    }

    private static string Kernel(string shape, string formula)
    {
        string file = GeneratorTester.Generate(
            $"using System;\nusing LossGen;\n[ClassAxisLoss({shape})]\npublic sealed partial class Loss {{ [Formula] private static float Value(ClassLogits<float> logits, int label, [Parameter] float a = 0.5f) {{ {formula} }} }}")["Loss.g.cs"];
        int head = file.IndexOf("double ForwardBackwardBlock(", StringComparison.Ordinal);
        int comment = file.LastIndexOf("// formula", head, StringComparison.Ordinal);
        int end = file.IndexOf("return sum;", head, StringComparison.Ordinal);
        return file[comment..end];
    }

    [GeneratedRegex(@"[\w)] / [\w(]")]
    private static partial Regex Quotient();

    [GeneratedRegex(@"for \(nuint classIndex.*?\n                \}", RegexOptions.Singleline)]
    private static partial Regex ClassLoop();
}

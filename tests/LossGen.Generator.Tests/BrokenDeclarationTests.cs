using System.Collections.Immutable;
using LossGen.Generator.Tests.Support;
using LossGen.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests;

/// <summary>The compiler reports half-typed or wrong C#: nothing is generated, and nothing throws.</summary>
public sealed class BrokenDeclarationTests
{
    private const string Prelude = "using LossGen; static class Sizes { public static int Classes = 10; public static double Half = 0.5; public static string Name = \"x\"; }\n";

    [Theory]
    [InlineData("[SoftmaxLoss(")]
    [InlineData("[SoftmaxLoss(] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch,")]
    [InlineData("[SoftmaxLoss(Shape.Batch,)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, Unknown)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, Sizes.Classes)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10L)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10.5)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, \"10\")] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, null)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, default(string))] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 99999999999)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, int.MaxValue + 1)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10 / 0)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, new int[] { 10 })] partial class Loss;")]
    [InlineData("[SoftmaxLoss(new int[,] { { 1 } })] partial class Loss;")]
    [InlineData("[SoftmaxLoss(new int[Sizes.Classes])] partial class Loss;")]
    [InlineData("[SoftmaxLoss(new[] { Shape.Batch, Sizes.Classes })] partial class Loss;")]
    [InlineData("[SoftmaxLoss(new long[] { 1 })] partial class Loss;")]
    [InlineData("[SoftmaxLoss(typeof(int))] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, x => x)] partial class Loss;")]
    [InlineData("[SoftmaxLoss([Shape.Batch, .. new[] { 10 }, Unknown])] partial class Loss;")]
    [InlineData("[SoftmaxLoss(wrong: Shape.Batch)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(shape: )] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Weight = )] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Weight)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Weight = \"1\")] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Weight = Sizes.Half)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Weight = null)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Weight = new double[] { 1 })] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Dim = Unknown)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Unknown = 1)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Dimensions = null)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Element = ElementType.Half)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Element = WrongType.Double)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Bottoms = )] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Bottoms = \"x\")] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Bottoms = new[] { \"x\", 1 })] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Bottoms = new[] { \"x\", Sizes.Name })] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Bottoms = new[] { \"x\", })] partial class")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Bottoms = new object[] { \"x\", \"y\" })] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Bottoms = new[] { { \"x\" } })] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Weights = new int[] { 1, 2 })] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Weights = new float[] { 1 })] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Weights = new[] { 1, 2 })] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Weights = new object[] { 1.0 })] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Weights = new[,] { { 1.0 } })] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Weights = new[] { 1.0, Sizes.Half })] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Weights = [1, Sizes.Half])] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Weights = [1, .. new[] { 2.0 }])] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Weights = new double[Sizes.Classes])] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Weights = new[] { 1.0, \"2\" })] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Weights = new[] { 1.0, 2m })] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Weights = 1)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Weights = )] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Weights = [1,)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Weights = [1, Unknown])] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Weights = { 1, 2 })] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Weights)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerPixel)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = PerClass)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = null)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Normalize = )] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Normalize = true)] partial class Loss;")]
    [InlineData("[SoftlabelSoftmaxLoss(Shape.Batch, 2, Weights = new double[] { 1, 2 })] partial class Loss;")]
    [InlineData("[SquareLoss(Dim = 1)] partial class Loss;")]
    [InlineData("[SquareLoss, SquareLoss] partial class Loss;")]
    [InlineData("[SquareLoss] partial class Loss; [SquareLoss] partial class Loss;")]
    [InlineData("[SquareLoss] partial class ;")]
    [InlineData("[SquareLoss] partial class")]
    [InlineData("[SquareLoss] partial")]
    [InlineData("[SquareLoss] partial class <T>;")]
    [InlineData("partial class { [SquareLoss] partial class Loss; }")]
    [InlineData("partial class Outer<> { [SquareLoss] partial class Loss; }")]
    [InlineData("namespace { [SquareLoss] partial class Loss; }")]
    [InlineData("namespace A. { [SquareLoss] partial class Loss; }")]
    [InlineData("[SquareLoss] partial struct Loss;")]
    [InlineData("[SquareLoss] partial record struct Loss;")]
    [InlineData("[SquareLoss] partial interface ILoss;")]
    [InlineData("[SquareLoss] enum Loss { }")]
    [InlineData("[SquareLoss] delegate void Loss();")]
    [InlineData("class Outer { [SquareLoss] void Loss() { } }")]
    [InlineData("[assembly: SquareLoss]")]
    [InlineData("[Loss(Shape.Batch)] partial class Loss;")]
    [InlineData("[SquareLoss<int>] partial class Loss;")]
    [InlineData("[NoSuchLoss(Shape.Batch)] partial class Loss;")]
    public async Task GeneratesNothing(string source)
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(Prelude + source));
        Assert.Contains(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        Assert.Empty(GeneratorTester.Files(GeneratorTester.Run(compilation)));
        await AnalyzerTester.AnalyzeAsync(compilation);
    }

    /// <summary>If the compiler reports an error but still binds a value, that value is taken, so that the members that other code calls remain.</summary>
    [Theory]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Weight = 1m)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Weight = 1, Weight = 2)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Dim = 1.5)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Weight = 1, Shape.Batch, 10)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 10, Element = 1)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = 1)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightNormalization.Local)] partial class Loss;")]
    [InlineData("[SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Normalize = WeightingMode.PerClass)] partial class Loss;")]
    public async Task TakesTheValueThatTheCompilerBound(string source)
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(Prelude + source));
        Assert.Contains(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        Assert.Single(GeneratorTester.Files(GeneratorTester.Run(compilation)));
        Assert.Empty(await AnalyzerTester.AnalyzeAsync(compilation));
    }

    /// <summary>Every state of the text as it is typed from left to right, and with each token deleted or repeated; half of them each day in an ordinary run.</summary>
    [Theory]
    [InlineData("using LossGen; namespace A.B { partial class C<T> { [SoftmaxLoss(Shape.Batch, 10, Dim = -1, Weight = 0.5)] sealed partial class L { } } }")]
    [InlineData("using LossGen; [SoftmaxLoss(Shape.Batch, 2, Weighting = WeightingMode.PerClass, Weights = new[] { 1.0, 2 }, Normalize = WeightNormalization.None)] partial class L;")]
    [InlineData("using LossGen; [ElementwiseLoss] partial class L { [Formula] static float V(float x, [Parameter(Minimum = 0)] float d = 1) { float e = F(x - d); if (e > 0 && d is > 1 or 0) return e switch { < 0 => 1, _ => -e }; return System.MathF.Max(e, x); } static float F(float a) => a * a; }")]
    [InlineData("using LossGen; [SquareLoss(new[] { 3, Shape.Batch }, Bottoms = new[] { \"x\", \"y\" }, Element = ElementType.Double)] partial record R(int I);")]
    public async Task NoEditThrowsAndTheAnalyzerAgrees(string text)
    {
        SyntaxToken[] tokens = [.. (await Compilations.Parse(text).GetRootAsync(TestContext.Current.CancellationToken)).DescendantTokens()];
        IEnumerable<string> typed = Enumerable.Range(0, text.Length + 1).Select(length => text[..length]);
        IEnumerable<string> deleted = tokens.Select(token => text.Remove(token.SpanStart, token.Span.Length));
        IEnumerable<string> repeated = tokens.Select(token => text.Insert(token.SpanStart, token.Text + " "));
        foreach (string edit in typed.Concat(deleted).Concat(repeated).Where(static (_, index) => RandomRun.IsTried(index)))
        {
            CSharpCompilation compilation = Compilations.Create(Compilations.Parse(edit));
            int files = GeneratorTester.Files(GeneratorTester.Run(compilation)).Length;
            ImmutableArray<Diagnostic> problems = await AnalyzerTester.AnalyzeAsync(compilation);
            bool isValid = compilation.GetDiagnostics(TestContext.Current.CancellationToken).All(static diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);

            bool isRejected = problems.Any(static problem => problem.Severity == DiagnosticSeverity.Error);

            Assert.True(!isRejected || files == 0, "Both reported and generated: " + edit);
            Assert.True(!isValid || isRejected || files == Count(edit), "Neither reported nor generated: " + edit);
        }
    }

    private static int Count(string text) => (text.Contains("Loss(", StringComparison.Ordinal) || text.Contains("[ElementwiseLoss]", StringComparison.Ordinal)) && text.Contains("class L", StringComparison.Ordinal) ? 1 : text.Contains("R(", StringComparison.Ordinal) ? 1 : 0;
}

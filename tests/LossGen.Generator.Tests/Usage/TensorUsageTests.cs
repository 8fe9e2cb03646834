using System.Collections.Immutable;
using System.Globalization;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Usage;

/// <summary>Rules for calls, where tensors with shapes are passed.</summary>
public sealed class TensorUsageTests
{
    private const string Softmax = "SoftmaxLoss(Shape.Batch, 3)";
    private const string Square = "SquareLoss(Shape.Batch, 3)";
    private const string Outputs = "SoftmaxLoss(Shape.Batch, 3, Outputs = LossOutputs.Predictions | LossOutputs.Probabilities)";

    [Theory]
    [InlineData("LG0101", Softmax, "float v = [|loss.Forward(t, labels)|]; loss.Backward(t, labels, g);", "Forward and Backward of 'loss' are called on the same 't' and 'labels', but ForwardBackward computes both in one pass")]
    [InlineData("LG0101", Square, "float v = [|loss.Forward(t, u)|]; loss.Backward(t, u, g, h);", "Forward and Backward of 'loss' are called on the same 't' and 'u', but ForwardBackward computes both in one pass")]
    [InlineData("LG0108", Square, "loss.Backward(t, u, [|u|]);", "'u' is given as 'predictionGradient' and as 'target', but a gradient may share memory only with 'prediction', whose gradient it is")]
    [InlineData("LG0105", Softmax, "float v = loss.Forward(t, new[] { 0, [|3|] });", "Element 1 of 'labels' is 3, but the classes of shape (Batch, 3) are 0 to 2")]
    [InlineData("LG0107", Softmax, "[|loss.Forward(t, labels)|];", "is ignored, but computing it is all that Forward does")]
    public async Task RulesSeeTensors(string id, string attribute, string marked, string message)
    {
        MarkedSource source = MarkedSource.Parse(Wrap(attribute, marked));
        ImmutableArray<Diagnostic> diagnostics = await AnalyzerTester.AnalyzeAsync(Compile(source.Text));
        Assert.Equal([id], diagnostics.Select(static diagnostic => diagnostic.Id));
        Assert.Equal(source.Spans, diagnostics.Select(static diagnostic => diagnostic.Location.SourceSpan));
        Assert.Contains(message, diagnostics[0].GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Softmax, "float v = loss.Forward(t, labels); loss.Backward(u, labels, g);")]
    [InlineData(Softmax, "LossSum whole = loss.Sums(t, labels); float v = loss.Forward(t, labels); loss.Backward(t, labels, whole, g);")]
    [InlineData(Softmax, "LossSum whole = loss.Sums(t, labels); float v = loss.Forward(t, labels); loss.Backward(t, labels, in whole, g);")]
    [InlineData(Softmax, "loss.Backward(t, labels, t);")]
    [InlineData(Outputs, "float v = loss.Forward(t, labels, labels, u); loss.Backward(t, labels, g);")]
    [InlineData(Outputs, "float v = loss.ForwardBackward(t, labels, g, labels, u);")]
    [InlineData(Square, "loss.Backward(t, u, g, default);")]
    [InlineData("SquareLoss", "float v = loss.Forward(t, Tensor.Create(new float[] { 1, 2 }));")]
    [InlineData("HingeLoss", "float v = loss.Forward(t, Tensor.Create(new float[] { 0, 1 }));")]
    public async Task NothingIsMistakenForAnother(string attribute, string statements) =>
        Assert.Empty(await AnalyzerTester.AnalyzeAsync(Compile(Wrap(attribute, statements))));

    private static string Wrap(string attribute, string statements) =>
        $$"""
        using System.Numerics.Tensors;
        using LossGen;

        [{{attribute}}]
        public sealed partial class Loss;

        internal static class Program
        {
            public static void Run(Loss loss, Tensor<float> t, Tensor<float> u, Tensor<float> g, Tensor<float> h, Tensor<int> labels)
            {
                {{statements}}
            }
        }
        """;

    private static CSharpCompilation Compile(string source)
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(source)).AddReferences(Compilations.Tensors);
        compilation = compilation.AddSyntaxTrees(GeneratorTester.Run(compilation, new LossGenerator(PrintedLosses.Members)).GetRunResult().GeneratedTrees);
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return compilation;
    }
}

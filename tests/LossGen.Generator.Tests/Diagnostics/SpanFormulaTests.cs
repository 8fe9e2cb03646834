using System.Globalization;
using System.Numerics.Tensors;
using LossGen.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>LG0032 for whole spans in formulas: their parts, other names of them, and the functions that take them.</summary>
public sealed class SpanFormulaTests
{
    private const string Part = "a formula uses all of a span: where only a part counts, loop over its indices, as in for (int i = 1; i < x.Length; i++)";
    private const string Indexed = "an element of a span is x[i] with the index of a loop over it, x[label], or x[0] with a number that is known at compile time";
    private const string Spans = "a formula has no spans but the parameters of an [AxisLoss], each used whole: pass the numbers as one, or compute them in a loop over one";
    private const string Arrays = "a formula makes no arrays: write a local variable for each element, or a static readonly array for a table";
    private const string Members = "of a span a formula may use its elements and Length";
    private const string Choice = "a span is one of the inputs, whatever a condition says: choose between elements instead, as in c ? x[i] : y[i]";

    [Theory]
    [InlineData("=> [|x.Slice(1)|][0];", Part)]
    [InlineData("=> [|x[1..]|][0];", Part)]
    [InlineData("=> Along.Sum([|x[..^1]|]);", Part)]
    [InlineData("=> Along.Max([|x.Slice(0, 2)|]);", Part)]
    [InlineData("{ var rest = [|x[1..]|]; return Along.Sum(rest) + rest[0]; }", Part)]
    [InlineData("{ float s = 0; [|foreach (float v in x[1..]) { s += v; }|] return s; }", Part)]
    [InlineData("=> x[[|^4|]];", "the axis has 3 elements, from 0 to 2")]
    [InlineData("=> x[[|^label|]];", Indexed)]
    [InlineData("=> [|x.IsEmpty|] ? 0 : x[0];", Members)]
    [InlineData("{ var y = x; [|y = z|]; return y[0]; }", "a span of a formula stands for one input or parameter only: declare another local variable for the other one")]
    [InlineData("{ var y = [|label > 0 ? x : z|]; return y[0]; }", Choice)]
    [InlineData("=> Along.Dot(x, [|label > 0 ? x : z|]);", Choice)]
    [InlineData("=> Along.Sum([|[x[0], x[1]]|]);", Arrays)]
    [InlineData("=> Along.Sum([|new float[] { x[0] }|]);", Arrays)]
    [InlineData("=> Along.Sum([|stackalloc float[3]|]);", Arrays)]
    [InlineData("=> Along.Sum([|Table|]) + x[0];", Spans)]
    [InlineData("=> Along.Sum([|Doubled(x)|]);", Spans)]
    [InlineData("=> Along.Softmax(x, [|3|]);", "the axis has 3 elements, from 0 to 2")]
    [InlineData("=> Along.LogSoftmax(x, [|label + 1|]);", Indexed)]
    [InlineData("=> Along.LogSoftmax(x, [|(int)x[0]|]);", Indexed)]
    public async Task Refused(string body, string reason)
    {
        string message = Assert.Single(await DiagnosticTester.ExpectAsync("LG0032", Loss("ReadOnlySpan<float> x, ReadOnlySpan<float> z, int label", body)));
        Assert.EndsWith(reason, message, StringComparison.Ordinal);
    }

    /// <summary>Where the project references the package, its functions of whole spans are those of formulas, and others are refused with the names of these.</summary>
    [Theory]
    [InlineData("=> TensorPrimitives.Dot(x, z) * TensorPrimitives.Distance(x, z) * label;", null)]
    [InlineData("=> [|TensorPrimitives.Product(x)|] * z[label];", "which have of TensorPrimitives Average, CosineSimilarity, Distance, Dot, Max, Min, Norm, Sum, SumOfSquares: write a loop over the span")]
    [InlineData("=> [|TensorPrimitives.SumOfMagnitudes(z)|] * x[label];", "which have of TensorPrimitives Average, CosineSimilarity, Distance, Dot, Max, Min, Norm, Sum, SumOfSquares: write a loop over the span")]
    [InlineData("=> TensorPrimitives.Sum([|x[1..]|]) * z[label];", Part)]
    [InlineData("=> x[[|TensorPrimitives.IndexOfMax(x)|]] * z[label];", Indexed)]
    public async Task FunctionsOfTensors(string body, string? reason)
    {
        MarkedSource source = MarkedSource.Parse("using LossGen; using System.Numerics.Tensors; " + Loss("ReadOnlySpan<float> x, ReadOnlySpan<float> z, int label", body));
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(source.Text)).AddReferences(MetadataReference.CreateFromFile(typeof(TensorPrimitives).Assembly.Location));
        Diagnostic[] diagnostics = [.. await AnalyzerTester.AnalyzeAsync(compilation)];
        Assert.Equal(source.Spans, diagnostics.Select(static diagnostic => diagnostic.Location.SourceSpan));
        Assert.All(diagnostics, diagnostic => Assert.EndsWith(reason!, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        Assert.Equal(reason is null ? 1 : 0, GeneratorTester.Files(GeneratorTester.Run(compilation)).Length);
    }

    /// <summary>A class of the same name is another class, whose methods are compiled with the formula.</summary>
    [Fact]
    public async Task OnlyTheLibrarysOwn() => Assert.EndsWith(
        "a formula has no jumps: write if, else and return",
        Assert.Single(await DiagnosticTester.ExpectAsync("LG0032", "using System;\n[AxisLoss(Shape.Batch, 3)] partial class Loss { [Formula] static float Value(ReadOnlySpan<float> x) => [|Mine.Along.Sum(x)|]; }\nnamespace Mine { static class Along { public static float Sum(ReadOnlySpan<float> x) { float s = 0; foreach (float v in x) { if (v > 1) { break; } s += v; } return s; } } }")),
        StringComparison.Ordinal);

    /// <summary>A formula of numbers has no spans for the functions to take.</summary>
    [Fact]
    public async Task ElementwiseFormulasHaveNoSpans() => Assert.EndsWith(
        Arrays,
        Assert.Single(await DiagnosticTester.ExpectAsync("LG0032", "[ElementwiseLoss] partial class Loss { [Formula] static float Value(float x, float y) => Along.Sum([|[x, y]|]); }")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("{ var y = x; ReadOnlySpan<float> w = y; return Along.Dot(w, y: z) * w[label] * w[^1] * w.Length; }")]
    [InlineData("{ float s = 0; for (int i = 0; i < x.Length; i++) { s -= MathF.Exp(z[i]) * Along.StopGradient(Along.Softmax(x, i)); } return s * z[label]; }")]
    [InlineData("=> -Along.LogSoftmax(x, label) * Along.StopGradient(Along.Dot(z, z));")]
    [InlineData("=> Along.LogSumExp(x) * Along.Dot(z, z) * label;")]
    [InlineData("=> Along.Softmax(x, label) * Along.Norm(z);")]
    [InlineData("=> Along.Sum(x) * Along.Mean(z) * label;")]
    [InlineData("=> Along.Max(x) * Along.Min(z) * label;")]
    public Task IsCompiled(string body) => DiagnosticTester.ExpectValidAsync(Loss("ReadOnlySpan<float> x, ReadOnlySpan<float> z, int label", body));

    private static string Loss(string parameters, string body) =>
        $"using System;\n[AxisLoss(Shape.Batch, 3)] partial class Loss {{ [Formula] static float Value({parameters}) {body} static readonly float[] Table = [1, 2, 3]; static ReadOnlySpan<float> Doubled(ReadOnlySpan<float> x) => x; }}";
}

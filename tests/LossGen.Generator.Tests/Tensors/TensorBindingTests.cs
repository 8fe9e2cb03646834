using LossGen.Generator.Tests.Support;
using LossGen.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Tests.Tensors;

/// <summary>
/// A call that compiles in a project without tensors compiles in one with them, and binds to the same member: arrays convert to spans and to tensors alike. Tensors bind to the overloads.
/// </summary>
public sealed class TensorBindingTests
{
    private const string Losses =
        """
        using System;
        using LossGen;

        [SoftmaxLoss(Shape.Batch, 3, Each = true, Curvature = true, Outputs = LossOutputs.Predictions | LossOutputs.Probabilities)]
        public sealed partial class Digit;

        [SquareLoss(Each = true, Curvature = true)]
        public sealed partial class Distance;

        [ElementwiseLoss]
        public sealed partial class Odds
        {
            [Formula]
            private static double Value(double x, double y, [Learned] double z) => x * y * z;
        }

        """;

    private static readonly string[] Arguments =
        ["x", "x.AsSpan()", "(ReadOnlySpan<float>)x", "x.AsSpan(0, 3)", "x.AsSpan()[..3]", "memory.Span", "[1, 2, 3]", "[.. x]", "new float[3]", "new[] { 1f, 2f, 3f }", "stackalloc float[3]", "default", "default(float[])", "null", "[]", "Span<float>.Empty", "(float[])[1, 2, 3]", "flag ? x : g", "buffer", "segment"];

    private static readonly string[] Gradients = ["g", "g.AsSpan()", "(Span<float>)g", "new float[3]", "stackalloc float[3]", "default", "null", "[1, 2, 3]", "buffer", "segment"];

    private static readonly string[] All =
    [
        .. Arguments.Select(static argument => $"digit.Forward({argument}, labels)"),
        .. Arguments.Select(static argument => $"distance.Forward({argument}, {argument})"),
        .. Arguments.Select(static argument => $"distance.Sums(y: {argument}, prediction: x)").Select(static call => call.Replace("y:", "target:", StringComparison.Ordinal)),
        .. Gradients.Select(static gradient => $"digit.Backward(x, labels, {gradient})"),
        .. Gradients.Select(static gradient => $"digit.ForwardBackward(x, labels, {gradient}, 0.5)"),
        .. Gradients.Select(static gradient => $"distance.Backward(x, x, g, {gradient})"),
        .. Gradients.Select(static gradient => $"distance.ForwardBackward(x, x, {gradient}, scale: 2)"),
        "digit.Forward(x, [0, 1, 2])", "digit.Forward(x, stackalloc int[1])", "digit.Forward(x, default)", "digit.Forward(default, default)", "digit.Forward([], [])",
        "digit.Backward(x, labels, digit.Sums(x, labels), g)", "digit.Backward(x, labels, in total, g, 3)", "digit.Backward(x, labels, default, g)", "distance.Backward(x, x, default, g)", "distance.Backward(x, x, default, default)",
        "distance.Backward(x, x, in total, g, g)", "distance.Backward(x, x, default)",
        "digit.ForwardEach(x, labels, g)", "digit.BackwardEach(x, labels, x, g)", "distance.ForwardEach(x, x, g)", "distance.BackwardEach(x, x, x, g)", "distance.BackwardEach(x, x, x, g, default)",
        "digit.ForwardBackwardCurvature(x, labels, g, g)", "distance.ForwardBackwardCurvature(x, x, g, g)",
        "digit.Forward(x, labels, labels, g)", "digit.Forward(x, labels, default, default)", "digit.ForwardBackward(x, labels, g, labels, g)", "digit.ForwardBackward(x, labels, g, default, default, 2)",
        "new Odds().Forward(d, d, d)", "new Odds().Backward(d, d, [1], d, d, d)", "new Odds().ForwardBackward(d, d, new(in number), d, default, new(ref number))", "new Odds().Sums(d, [1, 2], stackalloc double[1])",
        "((ILoss<float, int>)digit).Forward(x, labels)", "((ILoss<float, float>)distance).Backward(x, x, g)",
        "new Func<float>(() => digit.Forward(x, labels))()", "Call(distance.Forward)", "Call((a, b) => distance.Forward(a, b))", "Train(digit)",
    ];

    /// <summary>A third of the calls each day, all in a deep run.</summary>
    public static TheoryData<string> Calls() => [.. All.Where(static (_, index) => RandomRun.IsTried(index, days: 3))];

    [Theory]
    [MemberData(nameof(Calls))]
    public void CallsOfSpansBindAsWithoutTensors(string call)
    {
        (string[] bound, string[] errors) = Bind(call, LanguageVersion.CSharp14, withTensors: false);
        Assert.Empty(errors);
        Assert.NotEmpty(bound);
        (string[] again, errors) = Bind(call, LanguageVersion.CSharp14, withTensors: true);
        Assert.Empty(errors);
        Assert.Equal(bound, again);

        // Fewer of them compile with the version before, in which arrays convert to spans like any type that has an operator.
        (bound, errors) = Bind(call, LanguageVersion.CSharp13, withTensors: false);
        if (errors.Length == 0)
        {
            (again, errors) = Bind(call, LanguageVersion.CSharp13, withTensors: true);
            Assert.Empty(errors);
            Assert.Equal(bound, again);
        }
    }

    [Theory]
    [InlineData("digit.Forward(tensor, classes)")]
    [InlineData("digit.Forward(tensor.AsReadOnlyTensorSpan(), labels)")]
    [InlineData("digit.Forward(tensor.AsTensorSpan(), labels)")]
    [InlineData("digit.Forward(new ReadOnlyTensorSpan<float>(x, [1, 3]), classes)")]
    [InlineData("digit.Sums(tensor, classes)")]
    [InlineData("digit.Backward(tensor, classes, tensor)")]
    [InlineData("digit.Backward(tensor, classes, in total, tensor, 2)")]
    [InlineData("digit.Backward(tensor, classes, digit.Sums(x, labels), tensor)")]
    [InlineData("digit.ForwardBackward(tensor, classes, tensor, scale: 0.5)")]
    [InlineData("digit.ForwardEach(tensor, classes, g)")]
    [InlineData("digit.BackwardEach(tensor, classes, g, tensor)")]
    [InlineData("digit.ForwardBackwardCurvature(tensor, classes, tensor, tensor)")]
    [InlineData("digit.Forward(tensor, classes, classes, tensor)")]
    [InlineData("digit.ForwardBackward(tensor, classes, tensor, classes, tensor)")]
    [InlineData("distance.Backward(tensor, tensor, tensor)")]
    [InlineData("distance.ForwardBackward(tensor, tensor, tensor, tensor, 0.5)")]
    [InlineData("distance.BackwardEach(tensor, tensor, tensor, tensor)")]
    [InlineData("distance.Backward(tensor, tensor, default, tensor)")]
    [InlineData("new Odds().Backward(Tensor.Create(d, [3]), d, d, default, d, default)")]
    [InlineData("new Odds().ForwardBackward(Tensor.Create(d, [3]), d, d, d)")]
    public void CallsOfTensorsBindToTheOverloads(string call)
    {
        foreach (LanguageVersion version in new[] { LanguageVersion.CSharp13, LanguageVersion.CSharp14 })
        {
            (string[] bound, string[] errors) = Bind(call, version, withTensors: true, "using System.Numerics.Tensors;", "Tensor<float> tensor, Tensor<int> classes, ");
            Assert.Empty(errors);
            Assert.Contains("ReadOnlyTensorSpan", bound[0], StringComparison.Ordinal);
        }
    }

    private static (string[] Bound, string[] Errors) Bind(string call, LanguageVersion version, bool withTensors, string imports = "", string parameters = "")
    {
        CSharpParseOptions options = Compilations.ParseOptions.WithLanguageVersion(version);
        SyntaxTree program = Compilations.Parse(
            $$"""
            using System;
            using LossGen;
            {{imports}}

            internal ref struct Program
            {
                public Buffer buffer;

                private static float Call(Two two) => two([], []);

                private static float Train(ILoss<float, int> loss) => loss.Forward([], []);

                public void Run({{parameters}}Digit digit, Distance distance, float[] x, int[] labels, float[] g, double[] d, Memory<float> memory, ArraySegment<float> segment, LossSum total, double number, bool flag)
                {
                    {{call}};
                }
            }

            internal delegate float Two(ReadOnlySpan<float> first, ReadOnlySpan<float> second);

            [System.Runtime.CompilerServices.InlineArray(3)]
            internal struct Buffer
            {
                private float element;
            }
            """,
            options);
        CSharpCompilation compilation = Compilations.Create(Compilations.Parse(Losses, options, "Losses.cs"), program);
        compilation = withTensors ? compilation.AddReferences(Compilations.Tensors) : compilation;
        compilation = compilation.AddSyntaxTrees(GeneratorTester.Run(compilation, new LossGenerator(PrintedLosses.Members)).GetRunResult().GeneratedTrees);
        SemanticModel model = compilation.GetSemanticModel(program);
        return (
            [.. program.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>().Single(static method => method.Identifier.ValueText == "Run").DescendantNodes()
                .Where(static node => node is InvocationExpressionSyntax or MemberAccessExpressionSyntax)
                .Select(node => model.GetSymbolInfo(node, TestContext.Current.CancellationToken).Symbol).OfType<IMethodSymbol>().Select(static method => method.ToDisplayString())],
            [.. compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.ToString())]);
    }
}

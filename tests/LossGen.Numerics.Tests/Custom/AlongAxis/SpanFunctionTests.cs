using System.Numerics.Tensors;
using System.Reflection;
using LossGen.Generator.Declarations.Formulas;

namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>Formulas that call <see cref="Along"/> and <see cref="TensorPrimitives"/>: kernels against the methods as C# calls them, and their slopes.</summary>
public sealed class SpanFunctionTests
{
    private const string X = "ReadOnlySpan<float> x";
    private const string Two = "ReadOnlySpan<float> x, ReadOnlySpan<float> y";
    private const string Labelled = "ReadOnlySpan<float> x, int label";

    private static readonly AxisSource[] Sources =
    [
        AxisSource.Of("Dot", Two, "return Along.Dot(x, y) * (1 + Along.Dot(y, y));"),
        AxisSource.Of("Entropy", X, "return Along.Entropy(x) * (1 + Along.Entropy(x));"),
        AxisSource.Of("LogSoftmax", Labelled, "return -Along.LogSoftmax(x, label);"),
        AxisSource.Of("LogSoftmaxInALoop", Two, "float s = 0; for (int i = 0; i < x.Length; i++) { s -= y[i] * Along.LogSoftmax(x, i); } return s + s * Along.LogSoftmax(y, 0);"),
        AxisSource.Of("LogSumExp", Two, "return Along.LogSumExp(x) * Along.LogSumExp(y);"),
        AxisSource.Of("Max", Two, "return Along.Max(x) * Along.Max(y);"),
        AxisSource.Of("Mean", Two, "float s = 0; foreach (float v in x) { s += v * (v - Along.Mean(y)); } return s * Along.Mean(x);"),
        AxisSource.Of("Min", Two, "return Along.Min(x) * Along.Min(y) + x[^1];"),
        AxisSource.Of("Norm", Two, "return Along.Norm(x) * Along.Norm(y);"),
        AxisSource.Of("Softmax", Two, "float s = 0; for (int i = 0; i < x.Length; i++) { float d = Along.Softmax(x, i) - Along.Softmax(y, i); s += d * d; } return s;"),
        AxisSource.Of("SoftmaxAtALabel", Labelled, "return Along.Softmax(x, label) * (2 - Along.Softmax(x, 0)) * Along.Softmax(index: label, x: x);"),
        AxisSource.Of("StopGradient", Labelled, "return x[label] * x[label] + 0 * Along.StopGradient(x[label]);"),
        AxisSource.Of("Sum", Two, "return Along.Sum(x) * Along.Sum(y) * Along.Sum(y);"),
        AxisSource.Of("InDoublePrecision", Two, "double norm = Along.Norm(x), entropy = Along.Entropy(y); return (float)(norm * entropy);"),
        AxisSource.Of("ByOtherNames", Two, "var a = x; ReadOnlySpan<float> b = y; float s = 0; foreach (float v in a) { s += v * b[0]; } return s * Of(b) + b.Length * a[^1]; static float Of(ReadOnlySpan<float> z) { var c = z; return Along.Sum(c) + TensorPrimitives.Dot(c, z); }"),
        AxisSource.Of("OfParametersAndNumbers", "ReadOnlySpan<float> x, float scale, int label, [Parameter] ReadOnlySpan<float> weights", "return scale * Along.Dot(weights, x) * Along.Sum(weights) - Along.LogSoftmax(x, label) * weights[label] + Along.LogSumExp(weights) * Along.Norm(x);"),
        AxisSource.Of("AverageOfTensors", Two, "return TensorPrimitives.Average(x) * TensorPrimitives.Average<float>(y);"),
        AxisSource.Of("CosineSimilarityOfTensors", Two, "return 1 - TensorPrimitives.CosineSimilarity(x, y);"),
        AxisSource.Of("DistanceOfTensors", Two, "return TensorPrimitives.Distance(x, y);"),
        AxisSource.Of("DotOfTensors", Two, "return TensorPrimitives.Dot(x, y);"),
        AxisSource.Of("MaxOfTensors", Two, "return TensorPrimitives.Max(x) * TensorPrimitives.Max(y);"),
        AxisSource.Of("MinOfTensors", Two, "return TensorPrimitives.Min(x) * TensorPrimitives.Min(y);"),
        AxisSource.Of("NormOfTensors", X, "return TensorPrimitives.Norm(x);"),
        AxisSource.Of("SumOfTensors", X, "return TensorPrimitives.Sum(x) * TensorPrimitives.Sum(x);"),
        AxisSource.Of("SumOfSquaresOfTensors", X, "return TensorPrimitives.SumOfSquares(x);"),
    ];

    private static readonly AxisCases Cases = new(Sources, days: 4, static (_, _, data, count) => data.Normal(count), "using System.Numerics.Tensors; ");

    public static TheoryData<int> Tried => Cases.Tried;

    [Theory]
    [MemberData(nameof(Tried))]
    public void ValueAndGradientsAreThoseOfTheFormula(int index) => Cases.Check(index);

    /// <summary>Every method of the class is one of formulas, for both types, and is tried here; and nothing else is.</summary>
    [Theory]
    [InlineData(typeof(float))]
    [InlineData(typeof(double))]
    public void EveryMethodIsAFunctionOfFormulas(Type element)
    {
        (string, int)[] methods =
        [
            .. typeof(Along).GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Where(method => method.ReturnType == element && method.GetParameters()[0].ParameterType is var type && (type == element || type.GenericTypeArguments[0] == element))
                .Select(static method => (method.Name, method.GetParameters().Length)),
        ];
        Assert.Equal(SpanFunctions.Along.Keys.Order(), methods.Order());
        Assert.Equal(2 * methods.Length, typeof(Along).GetMethods(BindingFlags.Public | BindingFlags.Static).Length);
        Assert.All(methods, static method => Assert.Contains(Sources, source => source.Text.Contains($"Along.{method.Item1}(", StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryFunctionOfTensorsExists() => Assert.All(SpanFunctions.TensorPrimitives.Keys, static key =>
    {
        Assert.Contains(typeof(TensorPrimitives).GetMethods(), method => method.Name == key.Name && method.GetParameters() is var parameters && parameters.Length == key.Arity
            && parameters.All(static parameter => parameter.ParameterType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ReadOnlySpan<>)));
        Assert.Contains(Sources, source => source.Text.Contains($"TensorPrimitives.{key.Name}", StringComparison.Ordinal));
    });
}

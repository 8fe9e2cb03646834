using Basic.Reference.Assemblies;
using LossGen.Generator.Declarations;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Numerics.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>
/// Every pass preserves the meaning of losses over pairs of classes: interpreted in float64 after each pass, they are their formula and its derivative, the second of which has
/// reductions over pairs within reductions over pairs.
/// </summary>
public sealed class PairPassTests
{
    private const int Samples = 3;

    private const string Formula =
        "using System; using LossGen; [AxisLoss({0})] public sealed partial class Loss {{ [Formula] private static {1} Value(ReadOnlySpan<{1}> x, ReadOnlySpan<bool> y) {{ {1} s = 0; for (int i = 0; i < x.Length; i++) {{ {1} above = 1, positive = 1; "
        + "for (int j = 0; j < x.Length; j++) {{ {1} step = Math.Abs(x[i] - x[j]) * (x[i] - x[j]); above += step * step; if (y[j]) {{ positive += step; }} }} s += positive / above; }} return s; }} }}";

    private const string Margin = "using LossGen; [MultiLabelMarginLoss({0}, Element = ElementType.{2})] public sealed partial class Loss;";

    // On rows, in tiles with phases and without, with strided classes in tiles and too many for them.
    private static readonly (string Declaration, int Classes, int Inner)[] Shapes = [("10", 10, 1), ("21", 21, 1), ("45", 45, 1), ("64", 64, 1), ("21, 2", 21, 2), ("100", 100, 1)];

    public static TheoryData<string, bool> Cases => new() { { Margin, true }, { Margin, false }, { Formula, true }, { Formula, false } };

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryPassKeepsTheMeaning(string source, bool isDouble)
    {
        Func<double[], double[], (double Value, double[] Gradient)> expected = source == Margin ? OfMargin : OfFormula;
        foreach ((string declaration, int classes, int inner) in Shapes)
        {
            Data data = new(classes);
            double[] x = data.Normal(Samples * classes * inner, deviation: 1);
            double[] y = [.. data.Labels(x.Length, 2).Select(static label => (double)label)];
            (double value, double[] gradient) = Of(expected, x, y, classes, inner);
            double largest = gradient.Max(Math.Abs);
            LossSpec spec = Spec(string.Format(System.Globalization.CultureInfo.InvariantCulture, source, "Shape.Batch, " + declaration, isDouble ? "double" : "float", isDouble ? "Double" : "Single"));

            // A constant folded in a float formula is a float, half a unit off.
            double bound = isDouble ? 1e-11 : Math.ScaleB(1, -23);
            foreach ((string pass, LossKernel kernel) in Oracle.EveryKernel(spec))
            {
                double[] actual = new double[x.Length];
                double? sum = Interpret(kernel, x, y, inner, actual);
                string what = $"{declaration}, {(isDouble ? "double" : "float")}, {pass}";
                Assert.True(Math.Abs(sum!.Value - value) <= bound * (1 + Math.Abs(value)), $"{what}: value {sum:R}, expected {value:R}");
                for (int i = 0; i < actual.Length; i++)
                {
                    Assert.True(Math.Abs(actual[i] - gradient[i]) <= bound * largest, $"{what}: gradient[{i}] {actual[i]:R}, expected {gradient[i]:R}");
                }
            }
        }
    }

    /// <summary>The gradient of a softmax times a sum over classes, written out: as the sum grows, its products become too many to be compared with each other.</summary>
    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void ASoftmaxTimesALongSumKeepsItsMeaning(int classes)
    {
        const string Transport = "float s = 0; for (int i = 0; i < x.Length; i++) { float p = Along.Softmax(x, i), t = 0; for (int j = 0; j < x.Length; j++) { t += p * Along.Softmax(x, j) * MathF.Abs(i - j); } s += t * t; } return s;";
        LossSpec spec = Spec($"using System; using LossGen; [AxisLoss(Shape.Batch, {classes})] public sealed partial class Loss {{ [Formula] private static float Value(ReadOnlySpan<float> x) {{ {Transport} }} }}");
        double[] x = new Data(classes).Normal(Samples * classes, deviation: 1);
        double[][] gradients = [.. Oracle.EveryKernel(spec).Select(each =>
        {
            double[] gradient = new double[x.Length];
            Assert.NotNull(Interpret(each.Kernel, x, [], inner: 1, gradient));
            return gradient;
        })];
        double bound = Math.ScaleB(1, -22) * gradients[0].Max(Math.Abs);
        Assert.All(gradients, gradient => Assert.All(gradient.Zip(gradients[0]), pair => Assert.Equal(pair.Second, pair.First, bound)));
    }

    private static double? Interpret(LossKernel kernel, double[] x, double[] y, int inner, double[] gradient) => KernelInterpreter.Run(
        kernel,
        new Dictionary<(TensorRole Role, int Number), double[]> { [(TensorRole.Input, 0)] = x, [(TensorRole.Input, 1)] = y, [(TensorRole.Gradient, 0)] = gradient },
        new Dictionary<ParameterRole, double>
        {
            [ParameterRole.Stride] = inner,
            [ParameterRole.Samples] = Samples,
            [ParameterRole.Scale] = 1,
            [ParameterRole.Start] = 0,
            [ParameterRole.End] = Samples * inner,
        },
        new Dictionary<string, double>());

    private static (double Value, double[] Gradient) Of(Func<double[], double[], (double Value, double[] Gradient)> location, double[] x, double[] y, int classes, int inner)
    {
        double value = 0;
        double[] gradient = new double[x.Length];
        for (int number = 0; number < Samples * inner; number++)
        {
            int[] places = [.. Enumerable.Range(0, classes).Select(c => (number / inner * classes * inner) + (number % inner) + (c * inner))];
            (double at, double[] slopes) = location([.. places.Select(place => x[place])], [.. places.Select(place => y[place])]);
            value += at;
            for (int c = 0; c < classes; c++)
            {
                gradient[places[c]] = slopes[c];
            }
        }

        return (value, gradient);
    }

    private static (double Value, double[] Gradient) OfMargin(double[] x, double[] y)
    {
        double value = 0;
        double[] gradient = new double[x.Length];
        for (int c = 0; c < x.Length; c++)
        {
            for (int d = 0; d < x.Length; d++)
            {
                if (y[c] > 0 && y[d] == 0 && 1 - x[c] + x[d] is > 0 and var within)
                {
                    value += within / x.Length;
                    gradient[c] -= 1.0 / x.Length;
                    gradient[d] += 1.0 / x.Length;
                }
            }
        }

        return (value, gradient);
    }

    private static (double Value, double[] Gradient) OfFormula(double[] x, double[] y)
    {
        double value = 0;
        double[] gradient = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            double above = 1, positive = 1;
            for (int j = 0; j < x.Length; j++)
            {
                double step = Math.Abs(x[i] - x[j]) * (x[i] - x[j]);
                above += step * step;
                positive += y[j] * step;
            }

            value += positive / above;
            for (int j = 0; j < x.Length; j++)
            {
                double step = Math.Abs(x[i] - x[j]) * (x[i] - x[j]);
                double slope = 2 * Math.Abs(x[i] - x[j]) * ((y[j] / above) - (positive / above / above * 2 * step));
                gradient[i] += slope;
                gradient[j] -= slope;
            }
        }

        return (value, gradient);
    }

    private static LossSpec Spec(string source)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken);
        CSharpCompilation compilation = CSharpCompilation.Create("Any", [tree], [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(LossAttribute).Assembly.Location)]);
        ParsedLoss parsed = LossParser.Parse(compilation.GetTypeByMetadataName("Loss")!, compilation.GetSemanticModel(tree), TestContext.Current.CancellationToken);
        Assert.Empty(parsed.Problems.Where(static problem => problem.Severity == DiagnosticSeverity.Error));
        return parsed.Spec!;
    }
}

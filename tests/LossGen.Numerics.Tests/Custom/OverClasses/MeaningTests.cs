using Basic.Reference.Assemblies;
using LossGen.Generator.Declarations;
using LossGen.Generator.Kernel;
using LossGen.Generator.Losses;
using LossGen.Numerics.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Numerics.Tests.Custom.OverClasses;

/// <summary>
/// Every pass preserves the meaning of the sample's losses over classes: interpreted in float64 after each pass, they are their formula and its derivative.
/// </summary>
public sealed class MeaningTests
{
    private const int Samples = 3;

    // On rows, in tiles with phases and without, of two classes, with strided classes.
    private static readonly (string Declaration, int Classes, int Inner)[] Shapes = [("2", 2, 1), ("10", 10, 1), ("45", 45, 1), ("64", 64, 1), ("21, 2", 21, 2)];

    public static TheoryData<int> Cases => OverClassesCase.Indices;

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryPassKeepsTheMeaning(int index)
    {
        OverClassesCase loss = OverClassesCase.All[index];
        foreach ((string declaration, int classes, int inner) in Shapes)
        {
            Data data = new(classes);
            double[] logits = data.Normal(Samples * classes * inner, deviation: 2);
            int[] labels = data.Labels(Samples * inner, classes);
            (double value, double[] gradient) = Expected(loss, logits, labels, classes, inner);
            foreach (bool isDouble in new[] { false, true })
            {
                // A constant folded in a float formula is a float, half a unit off: 1/10 in the derivative of a mean over 10 classes. All else is interpreted in float64.
                double bound = isDouble || loss.Share == 0 ? 1e-12 : Math.ScaleB(1, -24);
                LossSpec spec = Spec(loss, "Shape.Batch, " + declaration, isDouble);
                foreach ((string pass, LossKernel kernel) in Oracle.EveryKernel(spec))
                {
                    double[] actual = new double[logits.Length];
                    double? sum = Interpret(kernel, loss, logits, labels, inner, actual);
                    string what = $"{loss}, {classes} classes, {(isDouble ? "double" : "float")}, {pass}";
                    Assert.True(Math.Abs(sum!.Value - value) <= 1e-12 * (1 + value), $"{what}: value {sum:R}, expected {value:R}");
                    for (int i = 0; i < actual.Length; i++)
                    {
                        Assert.True(Math.Abs(actual[i] - gradient[i]) <= bound, $"{what}: gradient[{i}] {actual[i]:R}, expected {gradient[i]:R}");
                    }
                }
            }
        }
    }

    private static double? Interpret(LossKernel kernel, OverClassesCase loss, double[] logits, int[] labels, int inner, double[] gradient) => KernelInterpreter.Run(
        kernel,
        new Dictionary<(TensorRole Role, int Number), double[]>
        {
            [(TensorRole.Input, 0)] = logits,
            [(TensorRole.Input, 1)] = [.. labels.Select(static label => (double)label)],
            [(TensorRole.Gradient, 0)] = gradient,
        },
        new Dictionary<ParameterRole, double>
        {
            [ParameterRole.Stride] = inner,
            [ParameterRole.Samples] = Samples,
            [ParameterRole.Scale] = 1,
            [ParameterRole.Start] = 0,
            [ParameterRole.End] = labels.Length,
        },
        kernel.Parameters.Where(static parameter => parameter.Role == ParameterRole.Formula).ToDictionary(static parameter => parameter.Variable.Name, _ => loss.Parameter));

    private static (double Value, double[] Gradient) Expected(OverClassesCase loss, double[] logits, int[] labels, int classes, int inner)
    {
        double value = 0;
        double[] gradient = new double[logits.Length];
        for (int location = 0; location < labels.Length; location++)
        {
            int origin = (location / inner * classes * inner) + (location % inner);
            double[] row = [.. Enumerable.Range(0, classes).Select(c => logits[origin + (c * inner)])];
            value += loss.Value(row, labels[location]);
            double[] slopes = loss.Gradient(row, labels[location]);
            for (int c = 0; c < classes; c++)
            {
                gradient[origin + (c * inner)] = slopes[c];
            }
        }

        return (value, gradient);
    }

    private static LossSpec Spec(OverClassesCase loss, string declaration, bool isDouble)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(ZooSource.TextOverClasses(loss.Name, "Any", isDouble, $"[ClassAxisLoss({declaration})]"), cancellationToken: TestContext.Current.CancellationToken);
        CSharpCompilation compilation = CSharpCompilation.Create("Any", [tree], [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(ClassAxisLossAttribute).Assembly.Location)]);
        ParsedLoss parsed = LossParser.Parse(compilation.GetTypeByMetadataName("Any." + loss.Name)!, compilation.GetSemanticModel(tree), TestContext.Current.CancellationToken);
        return parsed.Spec!;
    }
}

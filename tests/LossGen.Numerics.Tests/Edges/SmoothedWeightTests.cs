using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>Label smoothing with weights of every kind, which count each class by its own weight, in rows, tiles and neither.</summary>
public sealed class SmoothedWeightTests
{
    private const double Smoothing = 0.2;
    private const int Samples = 9;
    private const int LocationsPerSample = 5;

    private static readonly CompiledLosses Compiled = CompiledLosses.CompileSources(
    [
        "using LossGen;\n" + string.Join('\n', from shape in Shapes
                                              from weighting in (string[])["PerClass", "PerDataPoint", "PerPrediction"]
                                              from normalize in (string[])["None", "Global"]
                                              let perCall = weighting == "PerPrediction"
                                              let name = Name(shape, weighting, normalize)
                                              select $$"""
                                                  [SoftmaxLoss(Shape.Batch, {{shape}}, Element = ElementType.Double, LabelSmoothing = 0.2, Weighting = WeightingMode.{{weighting}}, Normalize = WeightNormalization.{{normalize}})]
                                                  public sealed partial class {{name}}
                                                  {
                                                      public static double Run(double[] x, int[] labels, double[] weights, double[] gradient) =>
                                                          new {{name}}({{(perCall ? "" : "weights")}}).ForwardBackward(x, labels, {{(perCall ? "weights, " : "")}}gradient);
                                                  }
                                                  """),
    ]);

    private static string[] Shapes => ["3, 5, Dim = 1", "5, 3, Dim = 2", "5, 70, Dim = 2"];

    private delegate double Member(double[] x, int[] labels, double[] weights, double[] gradient);

    public static MatrixTheoryData<string, string, string> Cases => new(Shapes, ["PerClass", "PerDataPoint", "PerPrediction"], ["None", "Global"]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryClassCountsByItsWeight(string shape, string weighting, string normalize)
    {
        bool isLast = shape.EndsWith('2');
        int classes = int.Parse(shape.Split(',')[isLast ? 1 : 0], System.Globalization.CultureInfo.InvariantCulture);
        int perSample = LocationsPerSample * classes;
        int stride = isLast ? 1 : LocationsPerSample;
        Random random = new(classes);
        double[] x = [.. Enumerable.Range(0, Samples * perSample).Select(_ => 4 * random.NextDouble())];
        int[] labels = [.. Enumerable.Range(0, Samples * LocationsPerSample).Select(_ => random.Next(classes))];
        int count = weighting switch { "PerClass" => classes, "PerDataPoint" => perSample, _ => x.Length };
        double[] given = [.. Enumerable.Range(0, count).Select(_ => 0.2 + random.NextDouble())];
        int together = Math.Min(count, perSample);
        double[] weights = normalize == "None" ? given : [.. given.Select((weight, i) => weight * together / given.Skip(i / together * together).Take(together).Sum())];
        double[] gradient = new double[x.Length];
        double value = Compiled.Method<Member>(Name(shape, weighting, normalize), "Run")(x, labels, given, gradient);

        double expected = 0;
        for (int n = 0; n < labels.Length; n++)
        {
            int[] places = [.. Enumerable.Range(0, classes).Select(c => (n / stride * classes * stride) + (n % stride) + (c * stride))];
            double[] ofClasses = [.. places.Select((place, c) => weighting switch { "PerClass" => weights[c], "PerDataPoint" => weights[place % perSample], _ => weights[place] })];
            double logSum = Math.Log(places.Sum(place => Math.Exp(x[place])));
            double atLabel = (1 - Smoothing) * ofClasses[labels[n]];
            expected += (atLabel * (logSum - x[places[labels[n]]])) + (Smoothing / classes * places.Select((place, c) => ofClasses[c] * (logSum - x[place])).Sum());
            double all = atLabel + (Smoothing / classes * ofClasses.Sum());
            for (int c = 0; c < classes; c++)
            {
                double slope = (all * Math.Exp(x[places[c]] - logSum)) - (Smoothing / classes * ofClasses[c]) - (c == labels[n] ? atLabel : 0);
                Assert.Equal(slope / labels.Length, gradient[places[c]], 1e-14);
            }
        }

        Assert.Equal(expected / labels.Length, value, 1e-13 * Math.Abs(value));
    }

    // Its own loss is infinite, but does not count; the others' are finite.
    [Fact]
    public void ALabelWithoutWeightAndAnInfiniteLossLeavesTheRest()
    {
        double[] gradient = new double[15];
        double[] x = [.. Enumerable.Range(0, 15).Select(static i => i is >= 5 and < 10 ? double.NegativeInfinity : 0.1 * i)];
        double value = Compiled.Method<Member>(Name(Shapes[0], "PerClass", "None"), "Run")(x, [1, 1, 1, 1, 1], [1, 0, 2], gradient);
        double expected = Enumerable.Range(0, 5).Average(n => Smoothing / 3 * ((3 * Math.Log(Math.Exp(x[n]) + Math.Exp(x[10 + n]))) - x[n] - (2 * x[10 + n])));
        Assert.Equal(expected, value, 1e-14);
        Assert.All(gradient, static slope => Assert.True(double.IsFinite(slope)));
    }

    private static string Name(string shape, string weighting, string normalize) => $"Of{shape.Split(',')[0]}By{shape.Split(',')[1].Trim()}{weighting}{normalize}";
}

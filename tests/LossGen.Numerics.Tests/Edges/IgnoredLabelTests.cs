using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>
/// Losses that ignore a label, in all kinds of schedules: the value and the gradients are those of the other locations alone, whatever the ignored ones hold, and the
/// denominator is what the declaration says.
/// </summary>
public sealed class IgnoredLabelTests
{
    private const int Ignored = -100;

    private static readonly IgnoredShape[] Shapes =
    [
        new("Rows3", "Shape.Batch, 3", 3, 1, 1), new("Rows10", "Shape.Batch, 10", 10, 1, 1), new("Rows100", "Shape.Batch, 100", 100, 1, 1), new("Rows257", "Shape.Batch, 257", 257, 1, 1),
        new("Channels", "Shape.Batch, 5, 7, Dim = 1", 5, 7, 7), new("Last", "Shape.Batch, 3, 12, Dim = 2", 12, 1, 3), new("BatchInside", "6, Shape.Batch, Dim = 0", 6, 0, 1),
        new("BatchBetween", "6, Shape.Batch, 4, Dim = 0", 6, -4, 4),
    ];

    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["Plain"] = "",
        ["Locations"] = ", IgnoreLabel = -100",
        ["Kept"] = ", IgnoreLabel = -100, Denominator = LossDenominator.Kept",
        ["None"] = ", IgnoreLabel = -100, Denominator = LossDenominator.None",
        ["WeightSum"] = ", IgnoreLabel = -100, Denominator = LossDenominator.WeightSum, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.None, Weights = ",
        ["KeptByWeight"] = ", IgnoreLabel = -100, Denominator = LossDenominator.Kept, Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.None, Weights = ",
    };

    private static readonly CompiledLosses Compiled = CompiledLosses.Compile((
        from shape in Shapes
        from kind in Kinds
        select (Name: shape.Name + kind.Key, Declaration: $"[SoftmaxLoss({shape.Declared}{kind.Value}{(kind.Value.EndsWith("Weights = ", StringComparison.Ordinal) ? Weights(shape.Classes) : "")}, Element = ElementType.Double)]"))
        .ToDictionary(static each => each.Name, static each => each.Declaration));

    public static TheoryData<string, int> Cases
    {
        get
        {
            TheoryData<string, int> cases = [];
            foreach ((IgnoredShape shape, int percent) in from shape in Shapes from percent in (int[])[0, 30, 97, 100] select (shape, percent))
            {
                cases.Add(shape.Name, percent);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void OnlyKeptLocationsCount(string name, int percent)
    {
        IgnoredShape shape = Shapes.Single(each => each.Name == name);
        foreach (int samples in (int[])[1, 3, 40, 700])
        {
            (double[] logits, int[] labels) = Inputs(shape, samples, percent);
            double[] weights = [.. Enumerable.Range(0, shape.Classes).Select(WeightOf)];
            int kept = labels.Count(static label => label != Ignored);
            double weightSum = labels.Where(static label => label != Ignored).Sum(label => weights[label]);
            int positive = labels.Count(label => label != Ignored && weights[label] != 0);
            Check("Locations", labels.Length, static _ => 1);
            Check("Kept", kept, static _ => 1);
            Check("None", 1, static _ => 1);
            Check("WeightSum", weightSum, label => weights[label]);
            Check("KeptByWeight", positive, label => weights[label]);

            void Check(string kind, double divisor, Func<int, double> weight)
            {
                ILoss<double, int> loss = (ILoss<double, int>)Compiled.Instance(name + kind);
                double[] gradient = [.. Enumerable.Repeat(double.NaN, logits.Length)];
                double[] alone = [.. gradient];
                double value = loss.ForwardBackward(logits, labels, gradient);
                loss.Backward(logits, labels, alone);
                Assert.Equal(value, loss.Forward(logits, labels));
                Assert.Equal(gradient, alone);
                double[] inPlace = [.. logits];
                Assert.Equal(value, loss.ForwardBackward(inPlace, labels, inPlace));
                Assert.Equal(gradient, inPlace);
                double expected = 0;
                for (int n = 0; n < labels.Length; n++)
                {
                    int[] places = shape.PlacesOf(n, samples);
                    if (labels[n] == Ignored)
                    {
                        Assert.All(places, place => Assert.Equal(0L, BitConverter.DoubleToInt64Bits(gradient[place])));
                        continue;
                    }

                    double largest = places.Max(place => logits[place]);
                    double logSum = largest + Math.Log(places.Sum(place => Math.Exp(logits[place] - largest)));
                    expected += weight(labels[n]) * (logSum - logits[places[labels[n]]]);
                    for (int c = 0; c < places.Length && divisor != 0; c++)
                    {
                        double slope = weight(labels[n]) / divisor * (Math.Exp(logits[places[c]] - logSum) - (c == labels[n] ? 1 : 0));
                        Assert.Equal(slope, gradient[places[c]], 1e-12 * Math.Max(1, weight(labels[n])) / divisor);
                    }
                }

                Assert.Equal(divisor == 0 ? 0 : expected / divisor, value, 1e-12 * Math.Max(1, Math.Abs(expected)));
            }
        }
    }

    // Kernels are those of the loss that ignores nothing.
    [Theory]
    [MemberData(nameof(Cases))]
    public void WithoutIgnoredLabelsBitsAreThoseOfThePlainLoss(string name, int percent)
    {
        IgnoredShape shape = Shapes.Single(each => each.Name == name);
        (double[] logits, int[] labels) = Inputs(shape, 90 + percent, percent: 0);
        double[] plain = new double[logits.Length];
        double[] gradient = new double[logits.Length];
        double value = ((ILoss<double, int>)Compiled.Instance(name + "Plain")).ForwardBackward(logits, labels, plain);
        foreach (string kind in (string[])["Locations", "Kept"])
        {
            Assert.Equal(value, ((ILoss<double, int>)Compiled.Instance(name + kind)).ForwardBackward(logits, labels, gradient));
            Assert.Equal(plain, gradient);
        }
    }

    private static (double[] Logits, int[] Labels) Inputs(IgnoredShape shape, int samples, int percent)
    {
        Random random = new(samples + percent);
        int[] labels = [.. Enumerable.Range(0, samples * shape.LocationsPerSample).Select(_ => random.Next(100) < percent ? Ignored : random.Next(shape.Classes))];
        double[] logits = [.. Enumerable.Range(0, labels.Length * shape.Classes).Select(_ => 6 * random.NextDouble() - 3)];
        double[] spoilers = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e308];
        for (int n = 0; n < labels.Length; n++)
        {
            foreach (int place in labels[n] == Ignored ? shape.PlacesOf(n, samples) : [])
            {
                logits[place] = spoilers[(n + place) % spoilers.Length];
            }
        }

        return (logits, labels);
    }

    // One weight in four is 0.
    private static double WeightOf(int label) => label % 4 == 2 ? 0 : 0.25 * (1 + label % 5);

    private static string Weights(int classes) => FormattableString.Invariant($"new[] {{ {string.Join(", ", Enumerable.Range(0, classes).Select(static c => WeightOf(c).ToString("R", System.Globalization.CultureInfo.InvariantCulture)))} }}");

    /// <summary>A shape, with the distance of neighbouring classes: 0 and below for the batch times as much.</summary>
    private sealed record IgnoredShape(string Name, string Declared, int Classes, int Stride, int LocationsPerSample)
    {
        public int[] PlacesOf(int location, int samples)
        {
            int stride = Stride > 0 ? Stride : samples * Math.Max(1, -Stride);
            return [.. Enumerable.Range(0, Classes).Select(c => location / stride * Classes * stride + location % stride + c * stride)];
        }
    }
}

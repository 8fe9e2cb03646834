using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests;

/// <summary>
/// Weights of locations, or of elements: value and gradients are those of each location by itself, times its weight, over the denominator. What has the weight 0 adds 0, even
/// where its value or its slope is infinite.
/// </summary>
public sealed class LocationWeightTests
{
    private const int Classes = 12;

    // Each with what it takes: elements (e), numbers of locations (n) and labels (l), in capitals where there is a gradient.
    private static readonly (string Attribute, string Inputs)[] Losses =
    [
        ("SoftmaxLoss(Shape.Batch, 12", "El"),
        ("SoftmaxLoss(Shape.Batch, 12, LabelSmoothing = 0.1, ZLoss = 0.01", "El"),
        ("SoftmaxLoss(12, Shape.Batch, IgnoreLabel = -1", "El"),
        ("SoftmaxLoss(Shape.Batch, 12, 3, Dim = 1, IgnoreLabel = -1, Weight = 0.5", "El"),
        ("SoftlabelSoftmaxLoss(Shape.Batch, 12", "EE"),
        ("FocalLoss(Shape.Batch, 12", "El"),
        ("MultiMarginLoss(Shape.Batch, 12", "El"),
        ("CosineEmbeddingLoss(Shape.Batch, 12", "EEn"),
        ("TripletMarginLoss(Shape.Batch, 12", "EEE"),
        ("KLDivLoss(LogTarget = true", "EE"),
        ("DiceLoss(Shape.Batch, 12", "EE"),
        ("SquareLoss(Shape.Batch, 12", "EE"),
        ("HuberLoss(Weight = 3", "EE"),
        ("BinaryCrossEntropyWithLogitsLoss(PositiveWeight = 2", "EE"),
        ("GaussianNLLLoss(Full = true", "EEE"),
    ];

    private static readonly CompiledLosses Compiled = CompiledLosses.CompileSources([Tools, .. Losses.Select(static (loss, number) => Source(number, loss.Attribute, loss.Inputs))]);

    public static MatrixTheoryData<int, int> All => new(Enumerable.Range(0, Losses.Length), [1, 5, 700]);

    [Theory]
    [MemberData(nameof(All))]
    public void ValueAndGradientsAreThoseOfEachTimesItsWeight(int loss, int samples) =>
        Assert.All(DenominatorsOf(loss), denominator => Assert.InRange(Compiled.Method<Func<int, double>>($"Weighted{loss}{denominator}", "Deviation")(samples), 0, 1e-12 * samples * Classes));

    [Fact]
    public void WhatHasTheWeightZeroAddsNothingEvenWhereItIsInfinite()
    {
        IWeightedLoss<float, float> divergence = (IWeightedLoss<float, float>)Compiled.Instance("Divergence");
        float[] gradient = new float[20];
        float[] mean = [.. Enumerable.Repeat(1f, 20)], deviation = [.. Enumerable.Range(0, 20).Select(static i => i % 2 == 0 ? 0f : 1f)], weights = [.. Enumerable.Range(0, 20).Select(static i => i % 2 == 0 ? 0f : 3f)];
        Assert.Equal(0.5f, divergence.ForwardBackward(mean, deviation, weights, gradient));
        Assert.Equal(0f, Compiled.Method<Func<float[], float[], float[], float>>("Divergence", "GreatestWithoutWeight")(mean, deviation, weights));
        weights[2] = 1e-30f;
        Assert.Equal(float.PositiveInfinity, divergence.Forward(mean, deviation, weights));
    }

    [Fact]
    public void SlopesThatOverflowAddNothingEither()
    {
        IWeightedLoss<float, float> counts = (IWeightedLoss<float, float>)Compiled.Instance("Counts");
        float[] gradient = new float[20];
        float[] x = [.. Enumerable.Range(0, 20).Select(static i => i % 2 == 0 ? 100f : 0f)], weights = [.. Enumerable.Range(0, 20).Select(static i => i % 2 == 0 ? 0f : 1f)];
        Assert.Equal(1f, counts.ForwardBackward(x, new float[20], weights, gradient));
        Assert.Equal([.. Enumerable.Range(0, 20).Select(static i => i % 2 == 0 ? 0f : 0.1f)], gradient);
    }

    [Fact]
    public void WeightsMaySumToLessThanZero()
    {
        IWeightedLoss<float, float> counts = (IWeightedLoss<float, float>)Compiled.Instance("Counts");
        float[] gradient = new float[3], x = [0, 0, 0];
        Assert.Equal(1f, counts.ForwardBackward(x, new float[3], [-1, -2, 1], gradient));
        Assert.Equal([0.5f, 1f, -0.5f], gradient);
    }

    [Fact]
    public void AllWeightsMayBeZero()
    {
        IWeightedLoss<float, float> loss = (IWeightedLoss<float, float>)Compiled.Instance("OrThrow");
        float[] x = [1, 2, 3], gradient = [7, 7, 7], weights = new float[3];
        Assert.Contains("'weights'", Assert.Throws<InvalidOperationException>(() => loss.ForwardBackward(x, x, weights, gradient)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => loss.Forward(x, x, weights));
        Assert.Equal([7, 7, 7], gradient);
        Assert.Equal(0f, ((IWeightedLoss<float, float>)Compiled.Instance("Divergence")).Forward(x, x, weights));
    }

    [Fact]
    public void ThereIsAWeightForEachLocation()
    {
        var rows = (IWeightedLoss<float, int>)Compiled.Instance("Rows");
        float[] gradient = [.. Enumerable.Repeat(7f, 24)];
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => rows.ForwardBackward(new float[24], new int[2], new float[24], gradient));
        Assert.Equal("weights", thrown.ParamName);
        Assert.All(gradient, static slope => Assert.Equal(7f, slope));
        Assert.Equal(1.5f * MathF.Log(12), rows.Forward(new float[24], new int[2], [1, 2]), 1e-6f);
    }

    // Two of the four in turn: of each loss one that is known before the kernel runs, and one that is a sum.
    private static LossDenominator[] DenominatorsOf(int loss) => loss % 2 == 0 ? [LossDenominator.Locations, LossDenominator.WeightSum] : [LossDenominator.None, LossDenominator.Kept];

    // The loss with its denominators, against the same loss without weights, location by location.
    private static string Source(int number, string attribute, string inputs)
    {
        bool isAlongAxis = !attribute.StartsWith("Square", StringComparison.Ordinal) && attribute.Contains("Shape", StringComparison.Ordinal);
        string separator = attribute.EndsWith('(') ? "" : ", ";
        string arguments = string.Join(", ", inputs.Select(static (_, i) => $"x{i}"));
        string gradients = string.Join(", ", inputs.Select(static (kind, i) => char.IsUpper(kind) ? $"new double[x{i}.Length]" : "").Where(static text => text.Length > 0));
        string declared = string.Concat(inputs.Select((kind, i) => kind switch
        {
            'l' => $"int[] x{i} = Tools.Labels(locations, {i}, {(attribute.Contains("IgnoreLabel", StringComparison.Ordinal) ? "-1" : "0")}); ",
            'n' => $"double[] x{i} = Tools.Signs(locations, {i}); ",
            _ => $"double[] x{i} = Tools.Numbers({(isAlongAxis ? "12 * locations" : "locations")}, {i}); ",
        }));
        string kept = inputs.Contains('l') ? "x1[n] >= 0" : "true";
        string locations = attribute.Contains("12, 3", StringComparison.Ordinal) ? "3 * samples" : attribute.Contains("SquareLoss(Shape.Batch, 12", StringComparison.Ordinal) ? "12 * samples" : "samples";
        return "using System;\nusing LossGen;\n" + string.Concat(DenominatorsOf(number).Select(denominator => $$"""
            [{{attribute}}{{separator}}Element = ElementType.Double, Weighting = WeightingMode.PerLocation, Denominator = LossDenominator.{{denominator}})]
            public sealed partial class Weighted{{number}}{{denominator}}
            {
                public static double Deviation(int samples)
                {
                    int locations = {{locations}};
                    {{declared}}
                    double[] weights = Tools.Weights(locations), values = new double[locations], upstream = new double[locations];
                    new Plain{{number}}().ForwardEach({{arguments}}, values);
                    double sum = 0, weightSum = 0, kept = 0;
                    for (int n = 0; n < locations; n++)
                    {
                        sum += weights[n] == 0 ? 0 : weights[n] * values[n];
                        weightSum += {{kept}} ? weights[n] : 0;
                        kept += {{kept}} && weights[n] != 0 ? 1 : 0;
                    }

                    double divisor = "{{denominator}}" switch { "Locations" => {{(attribute.Contains("SquareLoss(Shape.Batch, 12", StringComparison.Ordinal) ? "samples" : "locations")}}, "Kept" => kept, "WeightSum" => weightSum, _ => 1 };
                    for (int n = 0; n < locations; n++)
                    {
                        upstream[n] = divisor == 0 ? 0 : weights[n] / divisor;
                    }

                    double[][] expected = [{{gradients}}], actual = [{{gradients}}], alone = [{{gradients}}];
                    new Plain{{number}}().BackwardEach({{arguments}}, upstream, {{Numbered("expected", inputs)}});
                    Weighted{{number}}{{denominator}} loss = new();
                    double value = loss.ForwardBackward({{arguments}}, weights, {{Numbered("actual", inputs)}});
                    loss.Backward({{arguments}}, weights, {{Numbered("alone", inputs)}});
                    double deviation = Math.Abs(value - (divisor == 0 ? 0 : sum / divisor)) + Math.Abs(value - loss.Forward({{arguments}}, weights));
                    for (int i = 0; i < expected.Length; i++)
                    {
                        deviation += Tools.Distance(expected[i], actual[i]) + Tools.Distance(actual[i], alone[i]);
                    }

                    return deviation;
                }
            }

            """)) + $"[{attribute}{separator}Element = ElementType.Double, Each = true)] public sealed partial class Plain{number};\n";
    }

    private static string Numbered(string name, string inputs) => string.Join(", ", Enumerable.Range(0, inputs.Count(char.IsUpper)).Select(i => $"{name}[{i}]"));

    private const string Tools = """
        using System;
        using LossGen;

        [GaussianKLLoss(Weighting = WeightingMode.PerLocation, Denominator = LossDenominator.WeightSum)]
        public sealed partial class Divergence
        {
            public static float GreatestWithoutWeight(float[] mean, float[] deviation, float[] weights)
            {
                float[] ofMean = new float[mean.Length], ofDeviation = new float[mean.Length];
                new Divergence().ForwardBackward(mean, deviation, weights, ofMean, ofDeviation);
                float greatest = 0;
                for (int i = 0; i < mean.Length; i += 2)
                {
                    greatest = MathF.Max(greatest, MathF.Max(MathF.Abs(ofMean[i]), MathF.Abs(ofDeviation[i])));
                }

                return greatest;
            }
        }

        [PoissonNLLLoss(Weighting = WeightingMode.PerLocation, Denominator = LossDenominator.WeightSum)] public sealed partial class Counts;

        [SquareLoss(Weighting = WeightingMode.PerLocation, Denominator = LossDenominator.Kept, WhenEmpty = LossWhenEmpty.Throw)] public sealed partial class OrThrow;

        [SoftmaxLoss(Shape.Batch, 12, Weighting = WeightingMode.PerLocation)] public sealed partial class Rows;

        public static class Tools
        {
            public static double[] Numbers(int count, int seed) => Drawn(count, seed, static random => 0.05 + (0.9 * random.NextDouble()));

            public static double[] Weights(int count) => Drawn(count, 99, static random => random.Next(4) == 0 ? 0 : 2 * random.NextDouble());

            public static double[] Signs(int count, int seed) => Drawn(count, seed, static random => random.Next(2) == 0 ? -1 : 1);

            public static int[] Labels(int count, int seed, int least) => Array.ConvertAll(Drawn(count, seed, random => random.Next(least, 12)), static label => (int)label);

            public static double Distance(double[] left, double[] right)
            {
                double distance = 0;
                for (int i = 0; i < left.Length; i++)
                {
                    distance += Math.Abs(left[i] - right[i]);
                }

                return distance;
            }

            private static double[] Drawn(int count, int seed, Func<Random, double> draw)
            {
                Random random = new(seed);
                double[] drawn = new double[count];
                for (int i = 0; i < count; i++)
                {
                    drawn[i] = draw(random);
                }

                return drawn;
            }
        }

        """;
}

using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests;

/// <summary>
/// Members for each location or element by itself: the values are those of a batch of one, and gradients with an upstream gradient for each are those of the sum of the
/// values times it.
/// </summary>
public sealed class EachTests
{
    private static readonly CompiledLosses Compiled = CompiledLosses.CompileSources(
    [
        """
        using System;
        using LossGen;

        [SoftmaxLoss(Shape.Batch, 10, Element = ElementType.Double, Each = true)] public sealed partial class Rows
        {
            public static double Deviation(int samples) => Each.OfLabels(samples, 10, 1, 10, (x, l, v) => new Rows().ForwardEach(x, l, v), (x, l, u, g) => new Rows().BackwardEach(x, l, u, g),
                (x, l, g) => new Rows().ForwardBackward(x, l, g));
        }

        [SoftmaxLoss(Shape.Batch, 257, Element = ElementType.Double, Each = true, Weight = 0.5, IgnoreLabel = -100, Denominator = LossDenominator.WeightSum, LabelSmoothing = 0.1,
            Weighting = WeightingMode.PerClass, Normalize = WeightNormalization.None)]
        public sealed partial class Ignoring
        {
            public static double Deviation(int samples)
            {
                double[] weights = new double[257];
                for (int c = 0; c < 257; c++)
                {
                    weights[c] = 1 + (c % 3);
                }

                Ignoring loss = new(weights);

                // A batch of one divides by its weight.
                return Each.OfLabels(samples, 257, 1, 257, (x, l, v) => loss.ForwardEach(x, l, v), (x, l, u, g) => loss.BackwardEach(x, l, u, g), (x, l, g) =>
                {
                    double scale = l[0] < 0 ? 1 : weights[l[0]];
                    double value = loss.ForwardBackward(x, l, g, scale);
                    return value * scale;
                });
            }
        }

        [MultinomialLogisticLoss(Shape.Batch, 6, 5, Dim = 1, Element = ElementType.Double, Each = true, Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.Global)]
        public sealed partial class Weighted
        {
            // Each location of a sample counts by its weight, over the sum of the sample's weights: the sum of its values is that of its loss.
            public static double Deviation(int samples)
            {
                Random random = new(samples);
                double[] x = new double[30 * samples], w = new double[30 * samples], g = new double[30 * samples], expected = new double[30 * samples], values = new double[5 * samples], upstream = new double[5 * samples];
                int[] labels = new int[5 * samples];
                for (int i = 0; i < x.Length; i++)
                {
                    (x[i], w[i]) = (0.1 + random.NextDouble(), random.NextDouble());
                }

                for (int n = 0; n < labels.Length; n++)
                {
                    labels[n] = random.Next(6);
                    upstream[n] = 1.0 / labels.Length;
                }

                Weighted loss = new();
                loss.ForwardEach(x, labels, w, values);
                loss.BackwardEach(x, labels, w, upstream, g);
                double deviation = loss.ForwardBackward(x, labels, w, expected);
                foreach (double value in values)
                {
                    deviation -= value / labels.Length;
                }

                deviation = Math.Abs(deviation);
                for (int i = 0; i < x.Length; i++)
                {
                    deviation += Math.Abs(g[i] - expected[i]);
                }

                return deviation;
            }
        }

        [SmoothL1Loss(Element = ElementType.Double, Each = true, Weight = 3)]
        public sealed partial class Elementwise
        {
            public static double Deviation(int samples)
            {
                Random random = new(samples);
                double[] x = new double[samples], y = new double[samples], gx = new double[samples], gy = new double[samples], alone = new double[samples], values = new double[samples], upstream = new double[samples];
                for (int i = 0; i < samples; i++)
                {
                    (x[i], y[i], upstream[i]) = (4 * random.NextDouble() - 2, random.NextDouble(), random.NextDouble() - 0.5);
                }

                Elementwise loss = new();
                loss.ForwardEach(x, y, values);
                loss.BackwardEach(x, y, upstream, gx, gy);
                loss.BackwardEach(x, y, upstream, alone);
                double deviation = gx.AsSpan().SequenceEqual(alone) ? 0 : 1;
                for (int i = 0; i < samples; i++)
                {
                    double[] slope = new double[1], other = new double[1];
                    deviation += Math.Abs(loss.ForwardBackward(x.AsSpan(i, 1), y.AsSpan(i, 1), slope, other) - values[i]) + Math.Abs(upstream[i] * slope[0] - gx[i]) + Math.Abs(upstream[i] * other[0] - gy[i]);
                }

                return deviation;
            }
        }

        [AxisLoss(Shape.Batch, 5, 7, Dim = 1, Each = true)]
        public sealed partial class Divergence
        {
            [Formula]
            private static double Value(ReadOnlySpan<double> x, ReadOnlySpan<double> y, [Parameter] bool isSquared = true)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    sum += isSquared ? (x[i] - y[i]) * (x[i] - y[i]) : Math.Abs(x[i] - y[i]);
                }

                return sum;
            }

            public static double Deviation(int samples)
            {
                Random random = new(samples);
                double[] x = new double[35 * samples], y = new double[35 * samples], gx = new double[35 * samples], gy = new double[35 * samples], values = new double[7 * samples], upstream = new double[7 * samples];
                for (int i = 0; i < x.Length; i++)
                {
                    (x[i], y[i]) = (random.NextDouble(), random.NextDouble());
                }

                for (int n = 0; n < upstream.Length; n++)
                {
                    upstream[n] = random.NextDouble() - 0.5;
                }

                Divergence loss = new();
                loss.ForwardEach(x, y, values);
                loss.BackwardEach(x, y, upstream, gx, gy);
                double deviation = 0;
                for (int n = 0; n < values.Length; n++)
                {
                    double expected = 0;
                    for (int c = 0; c < 5; c++)
                    {
                        int place = (n / 7 * 35) + (n % 7) + (7 * c);
                        double difference = x[place] - y[place];
                        expected += difference * difference;
                        deviation += Math.Abs(gx[place] - (2 * difference * upstream[n])) + Math.Abs(gy[place] + (2 * difference * upstream[n]));
                    }

                    deviation += Math.Abs(values[n] - expected);
                }

                return deviation;
            }
        }

        internal static class Each
        {
            public delegate void Values(double[] x, int[] labels, double[] values);
            public delegate void Gradients(double[] x, int[] labels, double[] upstream, double[] gradient);
            public delegate double One(double[] x, int[] labels, double[] gradient);

            public static double OfLabels(int samples, int classes, int locations, int perSample, Values forward, Gradients backward, One one)
            {
                Random random = new(samples);
                double[] x = new double[samples * perSample], values = new double[samples * locations], gradient = new double[samples * perSample], upstream = new double[samples * locations];
                int[] labels = new int[samples * locations];
                for (int i = 0; i < x.Length; i++)
                {
                    x[i] = 6 * random.NextDouble() - 3;
                }

                for (int n = 0; n < labels.Length; n++)
                {
                    labels[n] = classes > 100 && random.Next(4) == 0 ? -100 : random.Next(classes);
                    (upstream[n], values[n]) = (random.NextDouble() - 0.5, double.NaN);
                }

                Array.Fill(gradient, double.NaN);
                forward(x, labels, values);
                backward(x, labels, upstream, gradient);
                double deviation = 0;
                for (int n = 0; n < labels.Length; n++)
                {
                    double[] slopes = new double[classes];
                    double value = one(x.AsSpan(n * classes, classes).ToArray(), [labels[n]], slopes);
                    deviation += Math.Abs(value - values[n]);
                    for (int c = 0; c < classes; c++)
                    {
                        deviation += Math.Abs((upstream[n] * slopes[c]) - gradient[(n * classes) + c]);
                    }
                }

                return deviation;
            }
        }
        """,
    ]);

    public static MatrixTheoryData<string, int> All => new(["Rows", "Ignoring", "Weighted", "Elementwise", "Divergence"], [1, 5, 64, 700]);

    [Theory]
    [MemberData(nameof(All))]
    public void ValuesAndGradientsAreThoseOfEachAlone(string loss, int samples) =>
        Assert.InRange(Compiled.Method<Func<int, double>>(loss, "Deviation")(samples), 0, 1e-13 * 300 * samples);
}

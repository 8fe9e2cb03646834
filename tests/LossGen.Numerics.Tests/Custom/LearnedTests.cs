using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom;

/// <summary>Inputs that are one number for a whole call: their gradients are the slopes of the value by central differences, whichever of the gradients the caller wants.</summary>
public sealed class LearnedTests
{
    private static readonly CompiledLosses Compiled = CompiledLosses.CompileSources(
    [
        """
        using System;
        using LossGen;

        [ElementwiseLoss(Parallelism = LossParallelism.Auto)]
        public sealed partial class Gaussian
        {
            [Formula]
            private static double Value(double x, double y, [Learned] double logVariance) => 0.5 * ((x - y) * (x - y) * Math.Exp(-logVariance) + logVariance);

            public static double Deviation(int count)
            {
                (double[] x, double[] y, double[] g) = Inputs.Of(count);
                double[] learned = [0.3], slope = [double.NaN], alone = [double.NaN], of = [double.NaN];
                Gaussian loss = new();
                double value = loss.ForwardBackward(x, y, learned, g, default, slope);
                loss.Backward(x, y, learned, default, default, alone);
                loss.Backward(x, y, learned, loss.Sums(x, y, learned), g, new double[count], of);
                return Inputs.Difference(slope[0], (loss.Forward(x, y, [0.3 + 1e-4]) - loss.Forward(x, y, [0.3 - 1e-4])) / 2e-4)
                    + (slope[0] == alone[0] && slope[0] == of[0] && value == loss.Forward(x, y, learned) ? 0 : 1);
            }
        }

        [AxisLoss(Shape.Batch, 10, 3, Dim = 1, Weighting = WeightingMode.PerPrediction, Normalize = WeightNormalization.Global)]
        public sealed partial class Tempered
        {
            [Formula]
            private static double Value(ReadOnlySpan<double> logits, int label, [Learned] double scale, [Learned] double shift)
            {
                double sum = 0;
                foreach (double v in logits)
                {
                    sum += Math.Exp(v * scale + shift * shift);
                }

                return Math.Log(sum) - scale * logits[label];
            }

            public static double Deviation(int count)
            {
                (double[] x, double[] w, double[] g) = Inputs.Of(30 * count);
                int[] labels = Array.ConvertAll(x[..(3 * count)], v => Math.Clamp((int)(5 * v + 5), 0, 9));
                double[] weights = Array.ConvertAll(w, v => 2.5 + v);
                double[] a = [0.7], b = [0.4], byScale = [0], byShift = [0];
                Tempered loss = new();
                loss.ForwardBackward(x, labels, a, b, weights, g, byScale, byShift);
                return Inputs.Difference(byScale[0], (loss.Forward(x, labels, [0.7 + 1e-4], b, weights) - loss.Forward(x, labels, [0.7 - 1e-4], b, weights)) / 2e-4)
                    + Inputs.Difference(byShift[0], (loss.Forward(x, labels, a, [0.4 + 1e-4], weights) - loss.Forward(x, labels, a, [0.4 - 1e-4], weights)) / 2e-4);
            }
        }

        [ElementwiseLoss]
        public sealed partial class Line
        {
            [Formula]
            private static (double, double) Value([NoGradient] double x, [NoGradient] double y, [Learned] double a, [Learned] double b) => ((a * x + b - y) * (a * x + b - y), x * x);

            [Total]
            private static double Total(double squares, double norms) => Math.Sqrt(squares) / (1 + norms);

            public static double Deviation(int count)
            {
                (double[] x, double[] y, _) = Inputs.Of(count);
                double[] a = [0.7], b = [0.4], byA = [0], byB = [0], alone = [0];
                Line loss = new();
                loss.ForwardBackward(x, y, a, b, byA, byB);
                loss.Backward(x, y, a, b, alone);
                return Inputs.Difference(byA[0], (loss.Forward(x, y, [0.7 + 1e-4], b) - loss.Forward(x, y, [0.7 - 1e-4], b)) / 2e-4)
                    + Inputs.Difference(byB[0], (loss.Forward(x, y, a, [0.4 + 1e-4]) - loss.Forward(x, y, a, [0.4 - 1e-4])) / 2e-4)
                    + (alone[0] == byA[0] ? 0 : 1);
            }
        }

        public static class Wrong
        {
            public static double Run(int count) => new Line().Forward([1], [2], new double[count], [1]);
        }

        internal static class Inputs
        {
            public static (double[], double[], double[]) Of(int count)
            {
                Random random = new(count);
                double[] x = new double[count], y = new double[count];
                for (int i = 0; i < count; i++)
                {
                    (x[i], y[i]) = (2 * random.NextDouble() - 1, 4 * random.NextDouble() - 2);
                }

                return (x, y, new double[count]);
            }

            public static double Difference(double slope, double expected) => Math.Abs(slope - expected) < 1e-6 * (1 + Math.Abs(expected)) ? 0 : Math.Abs(slope - expected);
        }
        """,
    ]);

    public static TheoryData<string, int> All
    {
        get
        {
            TheoryData<string, int> all = [];
            foreach ((string loss, int count) in from loss in (string[])["Gaussian", "Tempered", "Line"] from count in (int[])[1, 7, 70, 20_000] select (loss, count))
            {
                all.Add(loss, count);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void SlopesAreThoseOfTheValue(string loss, int count) => Assert.Equal(0, Compiled.Method<Func<int, double>>(loss, "Deviation")(count));

    [Fact]
    public void ASpanOfSeveralNumbersIsRefused()
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => Compiled.Method<Func<int, double>>("Wrong", "Run")(2));
        Assert.Equal("a", thrown.ParamName);
        Assert.Contains("'a' has 2 elements, but must have 1: it is one number for the whole call.", thrown.Message, StringComparison.Ordinal);
    }
}

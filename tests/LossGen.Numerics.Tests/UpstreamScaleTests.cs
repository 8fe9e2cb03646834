using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests;

/// <summary>The factor that a call gives its gradients: it multiplies each of them, and leaves the value as it is.</summary>
public sealed class UpstreamScaleTests
{
    private const int Samples = 37;
    private const int Classes = 12;

    private static readonly CompiledLosses Compiled = CompiledLosses.CompileSources(
    [
        """
        using System;
        using LossGen;

        [SoftmaxLoss(Shape.Batch, 12, Element = ElementType.Double)]
        public sealed partial class Softmax
        {
            public static double Run(double[] x, double[] y, double[] gradient, double scale) => new Softmax().ForwardBackward(x, Labels(x), gradient, scale);

            public static double RunBackward(double[] x, double[] y, double[] gradient, double scale)
            {
                new Softmax().Backward(x, Labels(x), gradient, scale);
                return new Softmax().Forward(x, Labels(x));
            }

            private static int[] Labels(double[] x)
            {
                int[] labels = new int[x.Length / 12];
                for (int i = 0; i < labels.Length; i++)
                {
                    labels[i] = i * 7 % 12;
                }

                return labels;
            }
        }

        [GaussianKLLoss(Shape.Batch, 12, Element = ElementType.Double, Weight = 0.3)]
        public sealed partial class Divergence
        {
            public static double Run(double[] x, double[] y, double[] gradient, double scale) => new Divergence().ForwardBackward(x, y, new double[x.Length], gradient, scale);

            public static double RunBackward(double[] x, double[] y, double[] gradient, double scale)
            {
                new Divergence().Backward(x, y, new double[x.Length], gradient, scale);
                return new Divergence().Forward(x, y);
            }
        }

        [AxisLoss(Shape.Batch, 12)]
        public sealed partial class Distance
        {
            [Formula]
            private static (double, double) Value(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
            {
                double squares = 0, size = 0;
                for (int i = 0; i < left.Length; i++)
                {
                    squares += (left[i] - right[i]) * (left[i] - right[i]);
                    size += left[i] * left[i];
                }

                return (squares, size);
            }

            [Total]
            private static double Total(double squares, double size) => Math.Sqrt(squares / size);

            public static double Run(double[] x, double[] y, double[] gradient, double scale) => new Distance().ForwardBackward(x, y, gradient, scale: scale);

            public static double RunBackward(double[] x, double[] y, double[] gradient, double scale)
            {
                Distance loss = new();
                loss.Backward(x, y, loss.Sums(x, y), gradient, scale: scale);
                return loss.Forward(x, y);
            }
        }

        [ElementwiseLoss]
        public sealed partial class Line
        {
            [Formula]
            private static double Value([NoGradient] double x, [NoGradient] double y, [Learned] double scale) => (scale * x - y) * (scale * x - y);

            public static double Run(double[] x, double[] y, double[] gradient, double factor) => new Line().ForwardBackward(x, y, [0.7], gradient.AsSpan(0, 1), factor);

            public static double RunBackward(double[] x, double[] y, double[] gradient, double factor)
            {
                new Line().Backward(x, y, [0.7], gradient.AsSpan(0, 1), factor);
                return new Line().Forward(x, y, [0.7]);
            }
        }
        """,
    ]);

    private delegate double Member(double[] x, double[] y, double[] gradient, double scale);

    public static MatrixTheoryData<string, double> All => new(["Softmax", "Divergence", "Distance", "Line"], [0.0, 0.25, 3.0, -1.5, 1e300, double.NaN]);

    // Each factor of a gradient is rounded, so its product with the scale may be rounded at another place.
    [Theory]
    [MemberData(nameof(All))]
    public void GradientsAreScaledAndTheValueIsNot(string loss, double scale)
    {
        (double[] x, double[] y) = (Numbers(1), Numbers(2));
        double[] plain = new double[x.Length];
        double[] scaled = new double[x.Length];
        double[] alone = new double[x.Length];
        Member run = Compiled.Method<Member>(loss, "Run");
        double value = run(x, y, plain, 1);
        Assert.Equal(value, run(x, y, scaled, scale));
        Assert.Equal(value, Compiled.Method<Member>(loss, "RunBackward")(x, y, alone, scale));
        Assert.Equal(scaled, alone);
        Assert.Contains(plain, static each => each != 0);
        int written = loss == "Line" ? 1 : plain.Length;
        for (int i = 0; i < written; i++)
        {
            double expected = scale * plain[i];
            Assert.True(
                double.IsNaN(expected) ? double.IsNaN(scaled[i]) : Math.Abs(scaled[i] - expected) <= 1e-14 * Math.Abs(expected) + 1e-16 * Math.Abs(scale),
                $"{scaled[i]:R} is not {scale:R} times {plain[i]:R}.");
        }
    }

    private static double[] Numbers(int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, Samples * Classes).Select(_ => 0.1 + random.NextDouble())];
    }
}

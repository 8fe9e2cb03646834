using System.Reflection;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.SecondOrder;

/// <summary>What the product of Hessian and directions refuses, with the name of the argument and before anything is written; what ignored locations and stopped gradients have.</summary>
public sealed class DoubleBackwardGuardTests
{
    private const int Samples = 6;
    private const double Untouched = 12345;

    private static readonly CompiledLosses Compiled = CompiledLosses.CompileSources(
    [
        """
        using LossGen;

        [SoftmaxLoss(Shape.Batch, 4, Curvature = true, Element = ElementType.Double, IgnoreLabel = -100, Weight = 3, Weighting = WeightingMode.PerClass, Weights = [1, 2, 3, 4],
            Normalize = WeightNormalization.None, Denominator = LossDenominator.WeightSum, WhenEmpty = LossWhenEmpty.Throw)]
        public sealed partial class Ignoring;

        [SoftlabelSoftmaxLoss(Shape.Batch, 4, Curvature = true, Element = ElementType.Double)]
        public sealed partial class SoftLabels;

        [ElementwiseLoss(Curvature = true)]
        public sealed partial class Three
        {
            [Formula]
            private static double Value(double x, double y, double z) => x * y * z;
        }

        [ElementwiseLoss(Curvature = true)]
        public sealed partial class Stopped
        {
            [Formula]
            private static double Value(double x) => Along.StopGradient(x) * x * x;
        }
        """,
    ]);

    private delegate void Call(params double[]?[] spans);

    [Theory]
    [InlineData("SoftLabels", 2)]
    [InlineData("Three", 3)]
    public void SpansOfAWrongLength(string name, int inputs)
    {
        (Call call, string[] names) = Of(name);
        for (int wrong = 1; wrong < names.Length; wrong++)
        {
            foreach (int length in (int[])[0, 1, (4 * Samples) - 1, (4 * Samples) + 1])
            {
                // Empty: zeros in all directions but the first, of these all or none; a gradient that is not wanted.
                bool mayBeEmpty = wrong > (name == "Three" ? (2 * inputs) - 1 : 2 * inputs) || (wrong == inputs + 1 && inputs == 2);
                if (length == 0 && mayBeEmpty)
                {
                    continue;
                }

                double[][] spans = [.. names.Select((_, i) => Enumerable.Repeat(Untouched, i == wrong ? length : 4 * Samples).ToArray())];
                Assert.Equal(names[wrong], Assert.Throws<ArgumentException>(() => call(spans)).ParamName);
                Assert.All(spans, static span => Assert.All(span, static value => Assert.Equal(Untouched, value)));
            }
        }
    }

    [Theory]
    [InlineData("SoftLabels", 2)]
    [InlineData("Three", 3)]
    public void GradientsOverlapNothingButTheirOwnInput(string name, int inputs)
    {
        (Call call, string[] names) = Of(name);
        for (int gradient = 2 * inputs; gradient < names.Length; gradient++)
        {
            for (int other = 0; other < gradient; other++)
            {
                double[][] spans = [.. names.Select(static (_, i) => Enumerable.Repeat(0.25 + i, 4 * Samples).ToArray())];
                spans[gradient] = spans[other];
                if (other == gradient - (2 * inputs))
                {
                    call(spans);
                    continue;
                }

                double[][] before = [.. spans.Select(static span => span.ToArray())];
                Assert.Equal(names[gradient], Assert.Throws<ArgumentException>(() => call(spans)).ParamName);
                Assert.Equal(before, spans);
            }
        }
    }

    [Fact]
    public void AnIgnoredLocationHasZerosAndOthersTheirWeight()
    {
        object loss = Compiled.Instance("Ignoring");
        Func<object?[], object?> doubleBackward = SpanCall.Of(loss, SpanMethods.Of(loss, "DoubleBackward"));
        double[] x = [.. Enumerable.Range(0, 40).Select(static i => i / 4 is 1 or 2 or 9 ? double.NaN : Math.Sin(i))], v = [.. Enumerable.Range(0, 40).Select(static i => i / 4 is 1 or 2 or 9 ? double.NaN : Math.Cos(3 * i))];
        int[] labels = [0, -100, -100, 1, 2, 3, 0, 1, 2, -100];
        double weights = labels.Sum(static label => label < 0 ? 0 : label + 1);
        double[] found = [.. Enumerable.Repeat(double.NaN, 40)];
        doubleBackward([x, labels, v, found, 2.0]);
        for (int i = 0; i < x.Length; i++)
        {
            int first = i / 4 * 4;
            double total = Enumerable.Range(first, 4).Sum(place => Math.Exp(x[place])), mean = Enumerable.Range(first, 4).Sum(place => Math.Exp(x[place]) * v[place]) / total;
            Assert.Equal(labels[i / 4] < 0 ? 0 : 2.0 * 3 * (labels[i / 4] + 1) / weights * Math.Exp(x[i]) / total * (v[i] - mean), found[i], 1e-14);
        }

        Unchanged<ArgumentOutOfRangeException>([0, 4, 0, 0, 0, 0, 0, 0, 0, 0]);
        Unchanged<InvalidOperationException>([.. Enumerable.Repeat(-100, 10)]);

        void Unchanged<T>(int[] given)
            where T : Exception
        {
            double[] gradient = [.. Enumerable.Repeat(Untouched, 40)];
            Assert.Throws<T>(() => doubleBackward([x, given, v, gradient, 1.0]));
            Assert.All(gradient, static value => Assert.Equal(Untouched, value));
        }
    }

    [Fact]
    public void WhatStopsGradientsIsAConstantForBothDerivatives()
    {
        (Call call, _) = Of("Stopped");
        double[] found = new double[3];
        call([3, 5, -2], [1, 2, 0.5], found);
        Assert.Equal([2.0 * 3 * 1 / 3, 2.0 * 5 * 2 / 3, 2.0 * -2 * 0.5 / 3], found, static (expected, actual) => Math.Abs(expected - actual) < 1e-14);
    }

    private static (Call Call, string[] Names) Of(string name)
    {
        object loss = Compiled.Instance(name);
        MethodInfo method = SpanMethods.Of(loss, "DoubleBackward");
        Func<object?[], object?> call = SpanCall.Of(loss, method);
        return (spans => call([.. spans, 1.0]), [.. method.GetParameters().SkipLast(1).Select(static parameter => parameter.Name!)]);
    }
}

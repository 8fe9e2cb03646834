using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Library;

/// <summary>
/// Second derivatives along an axis, the diagonal of each location's Hessian: central differences of the generated gradients, and for softmax losses p(1 − p) to the last digits, however
/// sure a class is, the label or another.
/// </summary>
public sealed class AxisCurvatureTests
{
    private const double Step = 1e-5;

    private const string Ignoring = """
        using LossGen;

        [SoftmaxLoss(Shape.Batch, 4, Curvature = true, Element = ElementType.Double, IgnoreLabel = -100, Weight = 3, Weighting = WeightingMode.PerClass, Weights = [1, 2, 3, 4],
            Normalize = WeightNormalization.None, Denominator = LossDenominator.WeightSum, WhenEmpty = LossWhenEmpty.Throw)]
        public sealed partial class Ignoring
        {
            public static double Run(double[] x, int[] labels, double[] gradient, double[] curvature) => new Ignoring().ForwardBackwardCurvature(x, labels, gradient, curvature);
        }
        """;

    public static TheoryData<string> All => [.. AxisCurvatureLoss.All.Select(static loss => loss.Name)];

    public static MatrixTheoryData<string, bool> Softmaxes => new(["Softmax2", "Softmax3", "Softmax10", "Softmax40", "Softmax257", "SoftmaxInner", "SoftmaxManyInner"], [true, false]);

    [Theory]
    [MemberData(nameof(All))]
    public void ItIsTheSlopeOfTheGradientOfEachElement(string name)
    {
        AxisCurvatureLoss loss = AxisCurvatureLoss.All.First(loss => loss.Name == name);
        foreach (int samples in (int[])[1, loss.Classes > 1000 ? 2 : 70])
        {
            AxisBatch batch = new(loss, samples, isDouble: true, AxisCurvatureLoss.Compiled);
            (double value, double[] gradient, double[] curvature) = batch.Run(batch.X);
            Assert.Equal(batch.ForwardBackward().Value, value);
            double[] undivided = batch.ForwardBackward(scale: batch.Locations).Gradient;
            Assert.All(gradient.Zip(undivided), pair => Assert.Equal(pair.First, pair.Second, 1e-13 * Math.Max(1, Math.Abs(pair.First))));
            for (int c = 0; c < loss.Classes; c += Math.Max(1, loss.Classes / 40))
            {
                // One element of every location at a time.
                (double valueAbove, double[] above, _) = batch.Run(batch.Moved(c, Step));
                (double valueBelow, double[] below, _) = batch.Run(batch.Moved(c, -Step));
                if (batch.Locations == 1)
                {
                    Assert.Equal((valueAbove - valueBelow) / (2 * Step), gradient[c], 1e-7 * Math.Max(1, Math.Abs(gradient[c])));
                }

                foreach (int place in batch.PlacesOf(c))
                {
                    double expected = (above[place] - below[place]) / (2 * Step);
                    Assert.True(Math.Abs(expected - curvature[place]) <= 1e-7 * Math.Max(1, Math.Abs(expected)), Text($"{name}, {samples} samples, element {place}: {curvature[place]:R}, but the gradient's slope is {expected:R}"));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Softmaxes))]
    public void ASureClassKeepsTheDigitsOfTheOthers(string name, bool isDouble)
    {
        AxisCurvatureLoss loss = AxisCurvatureLoss.All.First(loss => loss.Name == name);
        double bound = isDouble ? 1e-11 : 1e-5, smallest = isDouble ? 1e-290 : 1e-36;
        foreach (double spread in (double[])[1, 8, 25, 60])
        {
            AxisBatch batch = new(loss, loss.Classes > 1000 ? 1 : 66, isDouble, AxisCurvatureLoss.Compiled, spread);
            double[] curvature = batch.Run(batch.X).Curvature;
            double[] expected = batch.Variances();
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.True(Math.Abs(expected[i] - curvature[i]) <= (bound * expected[i]) + smallest, Text($"{name}, spread {spread}, element {i}: {curvature[i]:R}, not {expected[i]:R}"));
            }
        }
    }

    [Fact]
    public void SeveralSureClassesShareOneHalf()
    {
        AxisBatch batch = new(AxisCurvatureLoss.All.First(static loss => loss.Name == "Softmax3"), 1, isDouble: true, AxisCurvatureLoss.Compiled);
        double[] curvature = batch.Run([7, 7, -60]).Curvature;
        Assert.Equal([0.25, 0.25], curvature[..2]);
        Assert.Equal(Math.Exp(-67) / 2, curvature[2], 1e-45);
    }

    [Fact]
    public void AnIgnoredLocationHasZerosAndOthersTheirWeight()
    {
        Type loss = CompiledLosses.CompileSources([Ignoring]).Type("Ignoring");
        (double[] gradient, double[] curvature) = (Enumerable.Repeat(double.NaN, 40).ToArray(), Enumerable.Repeat(double.NaN, 40).ToArray());
        double[] x = [.. Enumerable.Range(0, 40).Select(static i => i / 4 is 1 or 2 or 9 ? double.NaN : Math.Sin(i))];
        int[] labels = [0, -100, -100, 1, 2, 3, 0, 1, 2, -100];
        Invoke(x, labels, gradient, curvature);
        for (int i = 0; i < x.Length; i++)
        {
            double total = Enumerable.Range(i / 4 * 4, 4).Sum(place => Math.Exp(x[place])), p = Math.Exp(x[i]) / total, weight = labels[i / 4] < 0 ? 0 : 3 * (labels[i / 4] + 1);
            Assert.Equal(weight == 0 ? 0 : weight * p * (1 - p), curvature[i], 1e-13);
            Assert.Equal(weight == 0 ? 0 : weight * (p - (i % 4 == labels[i / 4] ? 1 : 0)), gradient[i], 1e-13);
        }

        // Guards come before anything is written.
        Unchanged<ArgumentOutOfRangeException>(x, [0, 4, 0, 0, 0, 0, 0, 0, 0, 0], new double[40]);
        Unchanged<ArgumentException>(x, labels, new double[39]);
        Unchanged<ArgumentException>(x, labels, x);
        Unchanged<InvalidOperationException>(x, [.. Enumerable.Repeat(-100, 10)], new double[40]);

        void Unchanged<T>(double[] logits, int[] given, double[] second)
            where T : Exception
        {
            (double[] first, double[] before) = ([.. Enumerable.Repeat(7.0, 40)], [.. second]);
            Assert.Throws<T>(() => Invoke(logits, given, first, second));
            Assert.All(first, static value => Assert.Equal(7, value));
            Assert.Equal(before, second);
        }

        void Invoke(params object[] arguments)
        {
            try
            {
                loss.GetMethod("Run")!.Invoke(null, arguments);
            }
            catch (TargetInvocationException exception)
            {
                ExceptionDispatchInfo.Capture(exception.InnerException!).Throw();
            }
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

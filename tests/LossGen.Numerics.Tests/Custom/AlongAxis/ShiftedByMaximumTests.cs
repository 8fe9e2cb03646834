using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>A log-sum-exp shifted by its maximum has the derivative of one that is not: none flows through the maximum, whatever constants its logits hold.</summary>
public sealed class ShiftedByMaximumTests
{
    private const int Classes = 2000;
    private const double MostError = 1e-14;

    private static readonly CompiledLosses Compiled = CompiledLosses.CompileSources(
    [
        """
        using System;
        using LossGen;

        [AxisLoss(Shape.Batch, 2000)]
        public sealed partial class Shifted
        {
            [Formula]
            private static double Value(ReadOnlySpan<double> x)
            {
                double maximum = double.NegativeInfinity;
                for (int i = 0; i < x.Length; i++)
                {
                    maximum = Math.Max(maximum, Math.Max(Math.Asinh(x[i]), Math.Atan(2.0)));
                }

                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    sum += Math.Exp(Math.Max(Math.Asinh(x[i]), Math.Atan(2.0)) - maximum);
                }

                return maximum + Math.Log(sum);
            }

            public static double Run(double[] x, double[] gradient) => new Shifted().ForwardBackward(x, gradient);
        }
        """,
    ]);

    /// <summary>Through the first maximum would flow 1 minus the sum of the probabilities, which is 0 but for rounding: more than a probability of 1/2000 can bear.</summary>
    [Fact]
    public void NoSlopeGoesThroughTheMaximum()
    {
        double[] x = [.. Enumerable.Repeat(2.0, Classes)];
        double[] gradient = new double[Classes];
        double value = Compiled.Method<Func<double[], double[], double>>("Shifted", "Run")(x, gradient);

        double slope = 1 / (Classes * Math.Sqrt(5));
        Assert.Equal(Math.Asinh(2) + Math.Log(Classes), value, MostError);
        Assert.All(gradient, actual => Assert.InRange(actual, slope * (1 - MostError), slope * (1 + MostError)));
    }
}

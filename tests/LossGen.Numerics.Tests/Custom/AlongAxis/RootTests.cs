using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>Roots of sums of squares, also times a constant: at the origin, where the root has no derivative, it is 0, and elsewhere that of the root.</summary>
public sealed class RootTests
{
    private static readonly string[] Values = ["Math.Sqrt(s)", "Math.Sqrt(s / x.Length)", "Math.Sqrt(0.3 * s)", "3 * Math.Sqrt(m)", "Math.Sqrt(2 * m) / 5", "Math.Pow(s / 7, 0.5)"];

    private static readonly double[] Factors = [1, 0.5, Math.Sqrt(0.3), 1.5, Math.Sqrt(0.5) / 5, Math.Sqrt(1.0 / 7)];

    private static readonly CompiledLosses Compiled = CompiledLosses.CompileSources(
    [
        "using System;\nusing LossGen;\n" + string.Join('\n', Values.Select(static (value, number) => $$"""
            [AxisLoss(Shape.Batch, 4)]
            public sealed partial class Root{{number}}
            {
                [Formula]
                private static double Value(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
                {
                    double s = 0;
                    for (int i = 0; i < x.Length; i++)
                    {
                        double e = x[i] - y[i];
                        s += e * e;
                    }

                    double m = s / x.Length;
                    return {{value}};
                }

                public static double Run(double[] x, double[] y, double[] gradient) => new Root{{number}}().ForwardBackward(x, y, gradient);
            }
            """)),
    ]);

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Values.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void AtTheOriginTheDerivativeIsZero(int number)
    {
        double[] gradient = new double[8];
        double value = Compiled.Method<Func<double[], double[], double[], double>>("Root" + number, "Run")([1, 2, 3, 4, 1, 2, 3, 9], [1, 2, 3, 4, 1, 2, 3, 4], gradient);
        Assert.Equal(5 * Factors[number] / 2, value, 1e-14);
        Assert.All(gradient[..7], static slope => Assert.Equal(0.0, slope));
        Assert.Equal(Factors[number] / 2, gradient[7], 1e-14);
    }
}

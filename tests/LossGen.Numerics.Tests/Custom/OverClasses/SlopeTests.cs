using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom.OverClasses;

/// <summary>Gradients are the derivatives of what the user wrote, the method itself, by central differences in double.</summary>
public sealed class SlopeTests
{
    private const int Classes = 10;
    private const double Step = 1e-4;

    public static TheoryData<int> Cases => OverClassesCase.Indices;

    [Theory]
    [MemberData(nameof(Cases))]
    public void GradientsAreTheSlopesOfTheMethod(int index)
    {
        OverClassesCase loss = OverClassesCase.All[index];
        object compiled = OverClassesLosses.Of(Classes).Of(loss, isDouble: true);
        MethodOfDoubles method = ZooLosses.FormulaMethod(compiled.GetType()).CreateDelegate<MethodOfDoubles>();
        for (int seed = 0; seed < 20; seed++)
        {
            Data data = new(seed);
            double[] logits = data.Normal(Classes, deviation: 2);
            int label = data.Labels(1, Classes)[0];
            LossResult result = LossRun.WithLabels(compiled, logits, [label]);
            double value = method(new ClassLogits<double>(logits), label, loss.Parameter);
            Assert.True(Math.Abs(value - result.Value) <= 1e-13 * (1 + value), $"{loss}: value {result.Value:R}, the method gives {value:R}");
            for (int c = 0; c < Classes; c++)
            {
                // Richardson's extrapolation of two steps.
                double slope = ((4 * Slope(c, Step)) - Slope(c, 2 * Step)) / 3;
                Assert.True(Math.Abs(slope - result.PredictionGradient[c]) <= 1e-10 * (1 + value), $"{loss}: gradient[{c}] {result.PredictionGradient[c]:R}, expected {slope:R}");
            }

            double Slope(int c, double step) => (At(c, step) - At(c, -step)) / (2 * step);

            double At(int c, double step) => method(new ClassLogits<double>([.. logits.Select((x, i) => i == c ? x + step : x)]), label, loss.Parameter);
        }
    }

    private delegate double MethodOfDoubles(ClassLogits<double> logits, int label, double parameter);
}

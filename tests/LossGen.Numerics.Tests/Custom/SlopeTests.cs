using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom;

/// <summary>The gradients of the compiled losses against central differences of the formula that the user wrote, for every input, away from kinks.</summary>
public sealed class SlopeTests
{
    private const int Elements = 300;
    private const double Step = 1e-5;

    public static TheoryData<int> Cases => ZooCase.Indices;

    [Theory]
    [MemberData(nameof(Cases))]
    public void GradientsAreTheSlopesOfTheFormula(int index)
    {
        ZooCase zooCase = ZooCase.All[index];
        double[][] inputs = zooCase.Inputs(new Data(index), Elements);
        double[][] gradients = ZooLosses.Sums.Of<double>(zooCase).Run(inputs).Gradients;
        Func<double[], double> formula = ZooLosses.Formula(zooCase);
        int compared = 0;
        for (int i = 0; i < Elements; i++)
        {
            double[] at = [.. inputs.Select(input => input[i])];
            if (zooCase.DistanceToKink?.Invoke(at) < 10 * Step)
            {
                continue;
            }

            for (int input = 0; input < inputs.Length; input++)
            {
                // Richardson's extrapolation of two steps; the remaining error is the rounding of the formula over the step.
                double expected = ((4 * Slope(at, input, Step)) - Slope(at, input, 2 * Step)) / 3;
                double tolerance = 1e-9 * (1 + Math.Abs(formula(at)) + Math.Abs(expected));
                Assert.True(Math.Abs(expected - gradients[input][i]) <= tolerance, $"{zooCase}, input {input} at ({string.Join(", ", at)}): {gradients[input][i]:R}, expected {expected:R}");
                compared++;
            }
        }

        Assert.True(compared >= 0.98 * Elements * inputs.Length, $"{compared}");

        double Slope(double[] at, int input, double step) => (formula(Moved(at, input, step)) - formula(Moved(at, input, -step))) / (2 * step);
    }

    private static double[] Moved(double[] at, int input, double step) => [.. at.Select((x, i) => i == input ? x + step : x)];
}

using System.Globalization;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Custom;

/// <summary>
/// How exact custom losses are in float, over random elements, compared with the same losses in double: a value within 1e-6 of itself, a gradient within 4
/// units in the last place, or as many as an exponential makes of its exponent's rounding. Where terms of opposite sign are added up, both are relative to the
/// sum of the terms' magnitudes: the digits that cancel are lost to any float.
/// </summary>
public sealed class ErrorTests(ITestOutputHelper output)
{
    private const int Elements = 20_000;
    private const double ValueBound = 1e-6;

    public static TheoryData<int> Cases => ZooCase.Indices;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Float32IsWithinItsBounds(int index)
    {
        ZooCase zooCase = ZooCase.All[index];
        double[][] inputs = zooCase.Inputs(new Data(1000 + index), Elements);
        CustomLoss<float> single = ZooLosses.Sums.Of<float>(zooCase);
        CustomLoss<double> @double = ZooLosses.Sums.Of<double>(zooCase);
        double[][] expected = @double.Run(inputs).Gradients;
        double[][] actual = single.Run(inputs).Gradients;
        double worstValue = 0;
        double[] worstGradients = new double[inputs.Length];
        for (int i = 0; i < Elements; i++)
        {
            double[] element = [.. inputs.Select(input => input[i])];
            double[] terms = ErrorBounds.TermsOf(zooCase, element);
            double[][] alone = [.. element.Select(static x => new[] { x })];
            double value = @double.Forward(alone);
            worstValue = Math.Max(worstValue, value == 0 ? 0 : Math.Abs(single.Forward(alone) - value) / Math.Max(Math.Abs(value), terms[0]));
            for (int input = 0; input < inputs.Length; input++)
            {
                worstGradients[input] = Math.Max(worstGradients[input], Math.Abs(expected[input][i] - actual[input][i]) / ErrorBounds.Unit(Math.Max(Math.Abs(expected[input][i]), terms[input + 1])));
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{zooCase,-60} {worstValue,8:E1}{string.Concat(worstGradients.Select(static worst => worst.ToString("F1", CultureInfo.InvariantCulture).PadLeft(6)))}"));
        Assert.True(worstValue <= ValueBound, $"{worstValue}");
        Assert.All(worstGradients, worst => Assert.True(worst <= ErrorBounds.UnitsOf(zooCase), $"{worst}"));
    }
}

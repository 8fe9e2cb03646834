namespace LossGen_App1.Tests;

public sealed class RobustLossTests
{
    private static readonly float[] Prediction = [0, 0.25f, -3, 1.5f, 7];
    private static readonly float[] Target = [0, 0.125f, 2, 1.5f, 6.5f];

    [Fact]
    public void TheValueIsTheMeanOfTheFormula()
    {
        double expected = Prediction.Zip(Target, static (x, y) => 0.5 * (Math.Sqrt(Math.Pow((double)x - y, 2) + 0.25) - 0.5)).Average();

        Assert.Equal(expected, new RobustLoss(delta: 0.5f).Forward(Prediction, Target), 1e-6 * expected);
    }

    [Fact]
    public void TheGradientIsTheSlopeOfTheValue()
    {
        const float Step = 0.01f;
        var loss = new RobustLoss(delta: 0.5f);
        float[] gradient = new float[Prediction.Length];
        loss.Backward(Prediction, Target, gradient);

        Assert.All(Enumerable.Range(0, Prediction.Length), i =>
        {
            float[] more = [.. Prediction], less = [.. Prediction];
            more[i] += Step;
            less[i] -= Step;
            double slope = ((double)loss.Forward(more, Target) - loss.Forward(less, Target)) / ((double)more[i] - less[i]);
            Assert.Equal(slope, gradient[i], 1e-4);
        });
    }

    [Fact]
    public void AWrongMeasurementPullsNoHarderThanOthers()
    {
        float[] gradient = new float[2];
        new RobustLoss(delta: 0.5f).Backward([1, 1000], [0, 0], gradient);

        Assert.InRange(gradient[1], gradient[0], 1.2f * gradient[0]);
    }
}

using System.Globalization;
using LossGen;

namespace LossGen_App1;

/// <summary>The line y = <paramref name="Intercept"/> + <paramref name="Slope"/>·x.</summary>
public readonly record struct Line(float Intercept, float Slope)
{
    private const int Steps = 5000;
    private const float Rate = 0.1f;

    /// <summary>Finds the line for which the loss is least, by gradient descent.</summary>
    public static Line Fit(ILoss<float, float> loss, float[] x, float[] y)
    {
        float centre = x.Average(), height = 0, slope = 0;
        float[] prediction = new float[x.Length], gradient = new float[x.Length];
        for (int step = 0; step < Steps; step++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                prediction[i] = height + slope * (x[i] - centre);
            }

            loss.ForwardBackward(prediction, y, gradient);
            for (int i = 0; i < x.Length; i++)
            {
                height -= Rate * gradient[i];
                slope -= Rate * gradient[i] * (x[i] - centre);
            }
        }

        return new Line(height - slope * centre, slope);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"y = {Intercept:F2} + {Slope:F3} x");
}

using Consumer;

namespace LossGen.Package.Tests.Support;

/// <summary>The losses of the program, directly from their definitions, in double precision.</summary>
internal static class Expected
{
    public static (double Value, double[] Gradient) Softmax(Func<int, double> weightOf)
    {
        int samples = Inputs.Labels.Length;
        double value = 0;
        double[] gradient = new double[Inputs.Logits.Length];
        for (int n = 0; n < samples; n++)
        {
            int row = n * Inputs.Classes;
            double total = Enumerable.Range(row, Inputs.Classes).Sum(static i => Math.Exp(Inputs.Logits[i]));
            double weight = weightOf(Inputs.Labels[n]);
            value += weight * (Math.Log(total) - Inputs.Logits[row + Inputs.Labels[n]]) / samples;
            for (int c = 0; c < Inputs.Classes; c++)
            {
                double others = total - Math.Exp(Inputs.Logits[row + c]);
                gradient[row + c] = (c == Inputs.Labels[n] ? -others : Math.Exp(Inputs.Logits[row + c])) * weight / total / samples;
            }
        }

        return (value, gradient);
    }

    public static (double Value, double[] Gradient) Square()
    {
        double scale = 0.25 / (Inputs.Prediction.Length / Inputs.Features);
        double[] differences = [.. Inputs.Prediction.Zip(Inputs.Target, static (x, y) => (double)x - y)];
        return (scale / 2 * differences.Sum(static d => d * d), [.. differences.Select(d => scale * d)]);
    }

    public static (double Value, double[] Gradient) Huber(double delta)
    {
        double[] differences = [.. Inputs.Prediction.Zip(Inputs.Target, static (x, y) => (double)x - y)];
        return (
            differences.Average(d => Math.Abs(d) <= delta ? d * d / 2 : delta * (Math.Abs(d) - (delta / 2))),
            [.. differences.Select(d => Math.Clamp(d, -delta, delta) / differences.Length)]);
    }
}

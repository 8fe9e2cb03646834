using LossGen;

namespace Digits;

public sealed partial class DigitLoss : ILoss<float, int>
{
    public float Forward(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels)
    {
        double sum = 0;
        for (int n = 0; n < labels.Length; n++)
        {
            ReadOnlySpan<float> row = logits.Slice(n * 10, 10);
            sum += LogSumExp(row) - row[labels[n]];
        }

        return labels.Length == 0 ? 0 : (float)(sum / labels.Length);
    }

    public void Backward(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient)
    {
        for (int n = 0; n < labels.Length; n++)
        {
            ReadOnlySpan<float> row = logits.Slice(n * 10, 10);
            double total = LogSumExp(row);
            for (int i = 0; i < 10; i++)
            {
                gradient[(n * 10) + i] = (float)((Math.Exp(row[i] - total) - (i == labels[n] ? 1 : 0)) / labels.Length);
            }
        }
    }

    public float ForwardBackward(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient)
    {
        float value = Forward(logits, labels);
        Backward(logits, labels, gradient);
        return value;
    }

    private static double LogSumExp(ReadOnlySpan<float> row)
    {
        double max = double.NegativeInfinity;
        foreach (float x in row)
        {
            max = Math.Max(max, x);
        }

        double sum = 0;
        foreach (float x in row)
        {
            sum += Math.Exp(x - max);
        }

        return max + Math.Log(sum);
    }
}

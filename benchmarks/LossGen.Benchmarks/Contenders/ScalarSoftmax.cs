namespace LossGen.Benchmarks.Contenders;

/// <summary>Softmax with cross-entropy over floats, a row at a time in plain loops, the greatest logit subtracted first.</summary>
/// <param name="classes">The elements of a row.</param>
public sealed class ScalarSoftmax(int classes) : ILoss<float, int>
{
    public float Forward(ReadOnlySpan<float> prediction, ReadOnlySpan<int> groundTruth)
    {
        double value = 0;
        for (int sample = 0; sample < groundTruth.Length; sample++)
        {
            ReadOnlySpan<float> row = prediction.Slice(sample * classes, classes);
            float maximum = Maximum(row);
            float sum = 0;
            for (int c = 0; c < row.Length; c++)
            {
                sum += MathF.Exp(row[c] - maximum);
            }

            value += MathF.Log(sum) + maximum - row[groundTruth[sample]];
        }

        return (float)(value / groundTruth.Length);
    }

    public void Backward(ReadOnlySpan<float> prediction, ReadOnlySpan<int> groundTruth, Span<float> gradient)
    {
        float scale = 1f / groundTruth.Length;
        for (int sample = 0; sample < groundTruth.Length; sample++)
        {
            ReadOnlySpan<float> row = prediction.Slice(sample * classes, classes);
            Span<float> rowGradient = gradient.Slice(sample * classes, classes);
            float sum = Exponentials(row, Maximum(row), rowGradient);
            Normalise(rowGradient, sum, groundTruth[sample], scale);
        }
    }

    public float ForwardBackward(ReadOnlySpan<float> prediction, ReadOnlySpan<int> groundTruth, Span<float> gradient)
    {
        float scale = 1f / groundTruth.Length;
        double value = 0;
        for (int sample = 0; sample < groundTruth.Length; sample++)
        {
            ReadOnlySpan<float> row = prediction.Slice(sample * classes, classes);
            Span<float> rowGradient = gradient.Slice(sample * classes, classes);
            float maximum = Maximum(row);
            float sum = Exponentials(row, maximum, rowGradient);
            value += MathF.Log(sum) + maximum - row[groundTruth[sample]];
            Normalise(rowGradient, sum, groundTruth[sample], scale);
        }

        return (float)(value / groundTruth.Length);
    }

    private static float Maximum(ReadOnlySpan<float> row)
    {
        float maximum = row[0];
        for (int c = 1; c < row.Length; c++)
        {
            if (row[c] > maximum)
            {
                maximum = row[c];
            }
        }

        return maximum;
    }

    // Kept in the gradient, so that none is computed twice.
    private static float Exponentials(ReadOnlySpan<float> row, float maximum, Span<float> exponentials)
    {
        float sum = 0;
        for (int c = 0; c < row.Length; c++)
        {
            float exponential = MathF.Exp(row[c] - maximum);
            exponentials[c] = exponential;
            sum += exponential;
        }

        return sum;
    }

    private static void Normalise(Span<float> exponentials, float sum, int label, float scale)
    {
        float factor = scale / sum;
        for (int c = 0; c < exponentials.Length; c++)
        {
            exponentials[c] *= factor;
        }

        exponentials[label] -= scale;
    }
}

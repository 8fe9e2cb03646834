namespace LossGen.Benchmarks.Contenders;

/// <summary>Softmax with cross-entropy over doubles, a row at a time in plain loops, the greatest logit subtracted first.</summary>
/// <remarks>Apart from <see cref="ScalarSoftmax"/>: over a type parameter, every exponential would cost a second call.</remarks>
/// <param name="classes">The elements of a row.</param>
public sealed class ScalarSoftmaxOfDoubles(int classes) : ILoss<double, int>
{
    public double Forward(ReadOnlySpan<double> prediction, ReadOnlySpan<int> groundTruth)
    {
        double value = 0;
        for (int sample = 0; sample < groundTruth.Length; sample++)
        {
            ReadOnlySpan<double> row = prediction.Slice(sample * classes, classes);
            double maximum = Maximum(row);
            double sum = 0;
            for (int c = 0; c < row.Length; c++)
            {
                sum += Math.Exp(row[c] - maximum);
            }

            value += Math.Log(sum) + maximum - row[groundTruth[sample]];
        }

        return value / groundTruth.Length;
    }

    public void Backward(ReadOnlySpan<double> prediction, ReadOnlySpan<int> groundTruth, Span<double> gradient)
    {
        double scale = 1.0 / groundTruth.Length;
        for (int sample = 0; sample < groundTruth.Length; sample++)
        {
            ReadOnlySpan<double> row = prediction.Slice(sample * classes, classes);
            Span<double> rowGradient = gradient.Slice(sample * classes, classes);
            double sum = Exponentials(row, Maximum(row), rowGradient);
            Normalise(rowGradient, sum, groundTruth[sample], scale);
        }
    }

    public double ForwardBackward(ReadOnlySpan<double> prediction, ReadOnlySpan<int> groundTruth, Span<double> gradient)
    {
        double scale = 1.0 / groundTruth.Length;
        double value = 0;
        for (int sample = 0; sample < groundTruth.Length; sample++)
        {
            ReadOnlySpan<double> row = prediction.Slice(sample * classes, classes);
            Span<double> rowGradient = gradient.Slice(sample * classes, classes);
            double maximum = Maximum(row);
            double sum = Exponentials(row, maximum, rowGradient);
            value += Math.Log(sum) + maximum - row[groundTruth[sample]];
            Normalise(rowGradient, sum, groundTruth[sample], scale);
        }

        return value / groundTruth.Length;
    }

    private static double Maximum(ReadOnlySpan<double> row)
    {
        double maximum = row[0];
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
    private static double Exponentials(ReadOnlySpan<double> row, double maximum, Span<double> exponentials)
    {
        double sum = 0;
        for (int c = 0; c < row.Length; c++)
        {
            double exponential = Math.Exp(row[c] - maximum);
            exponentials[c] = exponential;
            sum += exponential;
        }

        return sum;
    }

    private static void Normalise(Span<double> exponentials, double sum, int label, double scale)
    {
        double factor = scale / sum;
        for (int c = 0; c < exponentials.Length; c++)
        {
            exponentials[c] *= factor;
        }

        exponentials[label] -= scale;
    }
}

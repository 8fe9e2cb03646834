using System.Numerics;

namespace Digits;

/// <summary>
/// A fully connected layer, y = x · W + b, with its gradients and momentum. W is row-major, one row per input, so that every
/// product below runs along rows.
/// </summary>
public sealed class DenseLayer
{
    private readonly int _inputs;
    private readonly int _outputs;
    private readonly Parameters _weights;
    private readonly Parameters _biases;

    /// <summary>Draws the weights from N(0, 2/inputs), which preserves the variance through a ReLU; the biases start at 0.</summary>
    public DenseLayer(int inputs, int outputs, Random random)
    {
        _inputs = inputs;
        _outputs = outputs;
        _weights = new Parameters(inputs * outputs);
        _biases = new Parameters(outputs);

        double deviation = Math.Sqrt(2.0 / inputs);
        foreach (ref float weight in _weights.Values.AsSpan())
        {
            weight = (float)(deviation * NextGaussian(random));
        }
    }

    /// <summary>The weights and the biases.</summary>
    public IReadOnlyList<Parameters> Parameters => [_weights, _biases];

    /// <summary>y = x · W + b for each sample.</summary>
    public void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        for (; y.Length > 0; x = x[_inputs..], y = y[_outputs..])
        {
            Span<float> sum = y[.._outputs];
            _biases.Values.CopyTo(sum);
            for (int i = 0; i < _inputs; i++)
            {
                AddScaled(sum, x[i], Row(_weights.Values, i));
            }
        }
    }

    /// <summary>Sets the gradients of W and b, summed over the samples, from the gradient of y.</summary>
    public void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> yGradient)
    {
        Array.Clear(_weights.Gradients);
        Array.Clear(_biases.Gradients);
        for (; yGradient.Length > 0; x = x[_inputs..], yGradient = yGradient[_outputs..])
        {
            ReadOnlySpan<float> gradient = yGradient[.._outputs];
            AddScaled(_biases.Gradients, 1, gradient);
            for (int i = 0; i < _inputs; i++)
            {
                AddScaled(Row(_weights.Gradients, i), x[i], gradient);
            }
        }
    }

    /// <summary>Computes the gradient of x, that of y times the transpose of W.</summary>
    public void BackwardInput(ReadOnlySpan<float> yGradient, Span<float> xGradient)
    {
        for (; yGradient.Length > 0; xGradient = xGradient[_inputs..], yGradient = yGradient[_outputs..])
        {
            ReadOnlySpan<float> gradient = yGradient[.._outputs];
            for (int i = 0; i < _inputs; i++)
            {
                xGradient[i] = Dot(Row(_weights.Values, i), gradient);
            }
        }
    }

    /// <summary>Takes one descent step along the gradients of the last <see cref="Backward"/>.</summary>
    public void Step(float learningRate)
    {
        _weights.Step(learningRate);
        _biases.Step(learningRate);
    }

    private Span<float> Row(float[] matrix, int row) => matrix.AsSpan(row * _outputs, _outputs);

    /// <summary>sum += scale · row. Each element is a separate sum, so the vector width does not change the result.</summary>
    private static void AddScaled(Span<float> sum, float scale, ReadOnlySpan<float> row)
    {
        if (scale == 0)
        {
            return; // Half of all pixels and activations are 0.
        }

        int i = 0;
        for (; i <= sum.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(sum[i..]) + (scale * new Vector<float>(row[i..]))).CopyTo(sum[i..]);
        }

        for (; i < sum.Length; i++)
        {
            sum[i] += scale * row[i];
        }
    }

    private static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        float sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    // The Box-Muller transform; 1 - NextDouble() is never 0.
    private static double NextGaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}

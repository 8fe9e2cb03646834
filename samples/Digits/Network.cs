namespace Digits;

/// <summary>Two dense layers with a ReLU between them: 64 pixels, 128 hidden units, 10 logits.</summary>
public sealed class Network(int largestBatch, Random random)
{
    /// <summary>The units between the layers.</summary>
    public const int HiddenUnits = 128;

    private readonly DenseLayer _hiddenLayer = new(DigitDataset.Pixels, HiddenUnits, random);
    private readonly DenseLayer _outputLayer = new(HiddenUnits, DigitDataset.Classes, random);

    // Allocated once, for the largest batch; a smaller one uses the beginning.
    private readonly float[] _activations = new float[largestBatch * HiddenUnits];
    private readonly float[] _activationGradients = new float[largestBatch * HiddenUnits];
    private readonly float[] _logits = new float[largestBatch * DigitDataset.Classes];

    /// <summary>All that it learns, layer by layer.</summary>
    public IReadOnlyList<Parameters> Parameters => [.. _hiddenLayer.Parameters, .. _outputLayer.Parameters];

    /// <summary>Computes the logits of the images. They are valid until the next call.</summary>
    public ReadOnlySpan<float> Forward(ReadOnlySpan<float> images)
    {
        int batch = images.Length / DigitDataset.Pixels;
        Span<float> activations = _activations.AsSpan(0, batch * HiddenUnits);
        Span<float> logits = _logits.AsSpan(0, batch * DigitDataset.Classes);

        _hiddenLayer.Forward(images, activations);
        ReLU(activations);
        _outputLayer.Forward(activations, logits);
        return logits;
    }

    /// <summary>Propagates the gradient of the logits back through the network, for the images of the last <see cref="Forward"/>.</summary>
    public void Backward(ReadOnlySpan<float> images, ReadOnlySpan<float> logitGradients)
    {
        int batch = images.Length / DigitDataset.Pixels;
        ReadOnlySpan<float> activations = _activations.AsSpan(0, batch * HiddenUnits);
        Span<float> gradients = _activationGradients.AsSpan(0, batch * HiddenUnits);

        _outputLayer.Backward(activations, logitGradients);
        _outputLayer.BackwardInput(logitGradients, gradients);
        BlockByReLU(activations, gradients);
        _hiddenLayer.Backward(images, gradients);
    }

    /// <summary>Replaces negative activations by 0.</summary>
    public static void ReLU(Span<float> activations)
    {
        foreach (ref float activation in activations)
        {
            activation = Math.Max(activation, 0);
        }
    }

    /// <summary>Replaces the gradients of activations that <see cref="ReLU"/> has made 0 by 0.</summary>
    public static void BlockByReLU(ReadOnlySpan<float> activations, Span<float> gradients)
    {
        for (int i = 0; i < gradients.Length; i++)
        {
            if (activations[i] == 0)
            {
                gradients[i] = 0;
            }
        }
    }

    /// <summary>Takes one descent step along the gradients of the last <see cref="Backward"/>.</summary>
    public void Step(float learningRate)
    {
        _hiddenLayer.Step(learningRate);
        _outputLayer.Step(learningRate);
    }
}

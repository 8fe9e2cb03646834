namespace Guides;

/// <summary>A batch in two parts has the value and the gradients of the whole.</summary>
public static class PartsOfABatch
{
    private const int First = 5;
    private const int Second = 11;

    private static readonly ImageLoss loss = new();

    /// <summary>The whole at once.</summary>
    public static (float Value, float[] Gradient) Whole()
    {
        float[] gradient = new float[(First + Second) * 1000];
        return (loss.ForwardBackward(Logits(), Labels(), gradient), gradient);
    }

    /// <summary>The same, part by part.</summary>
    public static (float Value, float[] Gradient) InParts()
    {
        ReadOnlySpan<float> logits = Logits(), firstLogits = logits[..(First * 1000)], secondLogits = logits[(First * 1000)..];
        ReadOnlySpan<int> labels = Labels(), firstLabels = labels[..First], secondLabels = labels[First..];
        float[] gradient = new float[(First + Second) * 1000];
        Span<float> firstGradient = gradient.AsSpan(0, First * 1000), secondGradient = gradient.AsSpan(First * 1000);

        var sums = loss.Sums(firstLogits, firstLabels) + loss.Sums(secondLogits, secondLabels);
        float value = loss.Total(sums);
        loss.Backward(firstLogits, firstLabels, in sums, firstGradient);
        loss.Backward(secondLogits, secondLabels, in sums, secondGradient);

        return (value, gradient);
    }

    private static float[] Logits() => Inputs.Normal((First + Second) * 1000, seed: 5);

    private static int[] Labels() => Inputs.Labels(First + Second, 1000, seed: 6);
}

namespace LossGen.Numerics.Tests.Support;

/// <summary>What one call of a loss gave, widened to float64.</summary>
internal sealed record LossResult(double Value, double[] PredictionGradient, double[]? GroundTruthGradient);

/// <summary>Calls a compiled loss, whatever its element type, on float64 data that its element type holds exactly.</summary>
internal static class LossRun
{
    private delegate T ForwardBackwardBoth<T>(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> predictionGradient, Span<T> targetGradient);

    private delegate void BackwardBoth<T>(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> predictionGradient, Span<T> targetGradient);

    /// <summary>All three members of a loss with labels; they must agree bit for bit.</summary>
    public static LossResult WithLabels(object loss, double[] prediction, int[] labels)
    {
        switch (loss)
        {
            case ILoss<float, int> single:
                (float value, float[] gradient) = AllMembers(single, Narrowed(prediction), labels);
                return new LossResult(value, Widened(gradient), null);
            case ILoss<double, int> wide:
                (double wideValue, double[] wideGradient) = AllMembers(wide, prediction, labels);
                return new LossResult(wideValue, wideGradient, null);
            default:
                throw new ArgumentException($"{loss.GetType()} has no int labels.");
        }
    }

    /// <summary>All members of a loss with a target, with and without the second gradient.</summary>
    public static LossResult WithTarget(object loss, double[] prediction, double[] target)
    {
        switch (loss)
        {
            case ILoss<float, float> single:
                (float value, float[] first, float[] second) = WithBothGradients(single, Narrowed(prediction), Narrowed(target));
                return new LossResult(value, Widened(first), Widened(second));
            case ILoss<double, double> wide:
                (double wideValue, double[] wideFirst, double[] wideSecond) = WithBothGradients(wide, prediction, target);
                return new LossResult(wideValue, wideFirst, wideSecond);
            default:
                throw new ArgumentException($"{loss.GetType()} has no target.");
        }
    }

    // With one gradient, with both, with both but no value, and with both in place of their inputs: the same bits.
    private static (T Value, T[] First, T[] Second) WithBothGradients<T>(ILoss<T, T> loss, T[] prediction, T[] target)
    {
        (T value, T[] gradient) = AllMembers(loss, prediction, target);
        ForwardBackwardBoth<T> forwardBackward = loss.GetType().GetMethod("ForwardBackward")!.CreateDelegate<ForwardBackwardBoth<T>>(loss);
        T[] first = new T[prediction.Length];
        T[] second = new T[target.Length];
        Assert.Equal(value, forwardBackward(prediction, target, first, second));
        Assert.Equal(gradient, first);

        T[] firstAlone = new T[prediction.Length];
        T[] secondAlone = new T[target.Length];
        loss.GetType().GetMethod("Backward")!.CreateDelegate<BackwardBoth<T>>(loss)(prediction, target, firstAlone, secondAlone);
        Assert.Equal(first, firstAlone);
        Assert.Equal(second, secondAlone);

        T[] firstInPlace = [.. prediction];
        T[] secondInPlace = [.. target];
        Assert.Equal(value, forwardBackward(firstInPlace, secondInPlace, firstInPlace, secondInPlace));
        Assert.Equal(first, firstInPlace);
        Assert.Equal(second, secondInPlace);
        return (value, first, second);
    }

    public static bool IsDouble(object loss) => loss.GetType().GetInterfaces().Any(static i => i.GenericTypeArguments is [var element, _] && element == typeof(double));

    /// <summary>The value as the loss's element type holds it.</summary>
    public static double[] Rounded(object loss, double[] values) => IsDouble(loss) ? values : Widened(Narrowed(values));

    private static (TElement Value, TElement[] Gradient) AllMembers<TElement, TLabel>(ILoss<TElement, TLabel> loss, TElement[] prediction, TLabel[] groundTruth)
    {
        TElement[] gradient = new TElement[prediction.Length];
        TElement value = loss.ForwardBackward(prediction, groundTruth, gradient);
        Assert.Equal(value, loss.Forward(prediction, groundTruth));

        TElement[] alone = new TElement[prediction.Length];
        loss.Backward(prediction, groundTruth, alone);
        Assert.Equal(gradient, alone);

        TElement[] inPlace = [.. prediction];
        Assert.Equal(value, loss.ForwardBackward(inPlace, groundTruth, inPlace));
        Assert.Equal(gradient, inPlace);
        return (value, gradient);
    }

    private static double[] Widened(float[] values) => [.. values.Select(static v => (double)v)];

    private static float[] Narrowed(double[] values) => [.. values.Select(static v => (float)v)];
}

namespace LossGen.Numerics.Tests.Support;

/// <summary>What one call of a loss gave, widened to float64.</summary>
internal sealed record LossResult(double Value, double[] PredictionGradient, double[]? GroundTruthGradient);

/// <summary>Calls a compiled loss, whatever its element type, on float64 data that its element type holds exactly.</summary>
internal static class LossRun
{
    private delegate float BothSingle(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> predictionGradient, Span<float> targetGradient);

    private delegate void BackwardBothSingle(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> predictionGradient, Span<float> targetGradient);

    private delegate void BackwardBothDouble(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, Span<double> predictionGradient, Span<double> targetGradient);

    private delegate double BothDouble(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, Span<double> predictionGradient, Span<double> targetGradient);

    /// <summary>All three members of a loss with labels; they must agree bit for bit.</summary>
    public static LossResult WithLabels(object loss, double[] prediction, int[] labels) => loss switch
    {
        ILoss<float, int> single => Widened(Agreeing(single, Narrowed(prediction), labels)),
        ILoss<double, int> wide => Agreeing(wide, prediction, labels),
        _ => throw new ArgumentException($"{loss.GetType()} has no int labels."),
    };

    /// <summary>All members of a loss with a target, with and without the second gradient.</summary>
    public static LossResult WithTarget(object loss, double[] prediction, double[] target)
    {
        switch (loss)
        {
            case ILoss<float, float> single:
                float[] x = Narrowed(prediction);
                float[] y = Narrowed(target);
                (float singleValue, float[] singleGradient, _) = Agreeing(single, x, y);
                float[] first = new float[x.Length];
                float[] second = new float[y.Length];
                float both = loss.GetType().GetMethod("ForwardBackward")!.CreateDelegate<BothSingle>(loss)(x, y, first, second);
                Assert.Equal(singleValue, both);
                Assert.Equal(singleGradient, first);
                CheckBoth(loss, x, y, singleValue, first, second);
                return new LossResult(singleValue, Widened(first), Widened(second));
            case ILoss<double, double> wide:
                LossResult one = Agreeing(wide, prediction, target);
                double[] firstWide = new double[prediction.Length];
                double[] secondWide = new double[target.Length];
                double bothWide = loss.GetType().GetMethod("ForwardBackward")!.CreateDelegate<BothDouble>(loss)(prediction, target, firstWide, secondWide);
                Assert.Equal(one.Value, bothWide);
                Assert.Equal(one.PredictionGradient, firstWide);
                CheckBoth(loss, prediction, target, bothWide, firstWide, secondWide);
                return one with { GroundTruthGradient = secondWide };
            default:
                throw new ArgumentException($"{loss.GetType()} has no target.");
        }
    }

    // Both gradients without the value, and both in place of their inputs: the same bits.
    private static void CheckBoth<T>(object loss, T[] prediction, T[] target, T value, T[] first, T[] second)
        where T : struct
    {
        T[] firstAlone = new T[first.Length];
        T[] secondAlone = new T[second.Length];
        T[] firstInPlace = [.. prediction];
        T[] secondInPlace = [.. target];
        T valueInPlace;
        if (typeof(T) == typeof(float))
        {
            loss.GetType().GetMethod("Backward")!.CreateDelegate<BackwardBothSingle>(loss)((float[])(object)prediction, (float[])(object)target, (float[])(object)firstAlone, (float[])(object)secondAlone);
            valueInPlace = (T)(object)loss.GetType().GetMethod("ForwardBackward")!.CreateDelegate<BothSingle>(loss)(
                (float[])(object)firstInPlace, (float[])(object)secondInPlace, (float[])(object)firstInPlace, (float[])(object)secondInPlace);
        }
        else
        {
            loss.GetType().GetMethod("Backward")!.CreateDelegate<BackwardBothDouble>(loss)((double[])(object)prediction, (double[])(object)target, (double[])(object)firstAlone, (double[])(object)secondAlone);
            valueInPlace = (T)(object)loss.GetType().GetMethod("ForwardBackward")!.CreateDelegate<BothDouble>(loss)(
                (double[])(object)firstInPlace, (double[])(object)secondInPlace, (double[])(object)firstInPlace, (double[])(object)secondInPlace);
        }

        Assert.Equal(first, firstAlone);
        Assert.Equal(second, secondAlone);
        Assert.Equal(value, valueInPlace);
        Assert.Equal(first, firstInPlace);
        Assert.Equal(second, secondInPlace);
    }

    public static bool IsDouble(object loss) => loss.GetType().GetInterfaces().Any(static i => i.GenericTypeArguments is [var element, _] && element == typeof(double));

    /// <summary>The value as the loss's element type holds it.</summary>
    public static double[] Rounded(object loss, double[] values) => IsDouble(loss) ? values : Widened(Narrowed(values));

    private static (float Value, float[] Gradient, float[]? Second) Agreeing<TLabel>(ILoss<float, TLabel> loss, float[] prediction, TLabel[] groundTruth)
    {
        (float value, float[] gradient) = AllMembers(loss, prediction, groundTruth);
        return (value, gradient, null);
    }

    private static LossResult Agreeing<TLabel>(ILoss<double, TLabel> loss, double[] prediction, TLabel[] groundTruth)
    {
        (double value, double[] gradient) = AllMembers(loss, prediction, groundTruth);
        return new LossResult(value, gradient, null);
    }

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

    private static LossResult Widened((float Value, float[] Gradient, float[]? Second) result) =>
        new(result.Value, Widened(result.Gradient), result.Second is null ? null : Widened(result.Second));

    private static double[] Widened(float[] values) => [.. values.Select(static v => (double)v)];

    private static float[] Narrowed(double[] values) => [.. values.Select(static v => (float)v)];
}

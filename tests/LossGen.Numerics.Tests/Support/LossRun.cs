using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace LossGen.Numerics.Tests.Support;

/// <summary>The results of one call of a loss, widened to float64.</summary>
internal sealed record LossResult(double Value, double[] PredictionGradient, double[]? GroundTruthGradient)
{
    /// <summary>The second derivatives by the prediction, where they are computed.</summary>
    public double[]? Curvature { get; init; }

    /// <summary>Requires the same value and gradients, bit for bit.</summary>
    public void AssertSameBits(LossResult other)
    {
        Assert.Equal(BitConverter.DoubleToInt64Bits(Value), BitConverter.DoubleToInt64Bits(other.Value));
        Assert.True(MemoryMarshal.AsBytes<double>(PredictionGradient).SequenceEqual(MemoryMarshal.AsBytes<double>(other.PredictionGradient)));
        Assert.True(MemoryMarshal.AsBytes<double>(GroundTruthGradient).SequenceEqual(MemoryMarshal.AsBytes<double>(other.GroundTruthGradient)));
    }
}

/// <summary>Calls a compiled loss, whatever its element and label types, on float64 data that its element type holds exactly.</summary>
internal static class LossRun
{
    private delegate T ForwardBackwardBoth<T>(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> predictionGradient, Span<T> targetGradient, double scale);

    private delegate void BackwardBoth<T>(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> predictionGradient, Span<T> targetGradient, double scale);

    private delegate T WeightedForwardBackward<T>(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, ReadOnlySpan<T> weights, Span<T> predictionGradient, Span<T> targetGradient, double scale);

    private delegate void WeightedBackward<T>(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, ReadOnlySpan<T> weights, Span<T> predictionGradient, Span<T> targetGradient, double scale);

    /// <summary>All three members of a loss with labels; they must agree bit for bit. Weights are given if each call takes them.</summary>
    public static LossResult WithLabels(object loss, double[] prediction, int[] labels, double[]? weights = null) =>
        OfTypes(nameof(WithLabelsOf), Contract(loss).GenericTypeArguments, loss, prediction, labels, weights);

    /// <summary>All members of a loss with a target, with and without the second gradient.</summary>
    public static LossResult WithTarget(object loss, double[] prediction, double[] target, double[]? weights = null) =>
        OfTypes(nameof(WithTargetOf), Contract(loss).GenericTypeArguments[..1], loss, prediction, target, weights);

    public static bool IsDouble(object loss) => Contract(loss).GenericTypeArguments[0] == typeof(double);

    /// <summary>The values rounded to the loss's element type.</summary>
    public static double[] Rounded(object loss, double[] values) => IsDouble(loss) ? values : Widened(Converted<double, float>(values));

    /// <summary>Labels of a type; truth values for the classes 0 and 1.</summary>
    public static TLabel[] Labels<TLabel>(int[] labels) => [.. labels.Select(static label => (TLabel)Convert.ChangeType(label, typeof(TLabel), CultureInfo.InvariantCulture))];

    private static LossResult WithLabelsOf<TElement, TLabel>(object loss, double[] prediction, int[] labels, double[]? weights)
        where TElement : unmanaged, INumber<TElement>
        where TLabel : unmanaged
    {
        LossMembers<TElement, TLabel> members = weights is null
            ? LossMembers<TElement, TLabel>.Of((ILoss<TElement, TLabel>)loss)
            : LossMembers<TElement, TLabel>.Of((IWeightedLoss<TElement, TLabel>)loss, Converted<double, TElement>(weights));
        (TElement value, TElement[] gradient) = AllMembers(members, Converted<double, TElement>(prediction), Labels<TLabel>(labels));
        return new LossResult(double.CreateChecked(value), Widened(gradient), null);
    }

    // With one gradient, with both, with both but no value, and with both in place of their inputs: the same bits.
    private static LossResult WithTargetOf<T>(object loss, double[] wholePrediction, double[] wholeTarget, double[]? wholeWeights)
        where T : unmanaged, INumber<T>
    {
        (T[] prediction, T[] target) = (Converted<double, T>(wholePrediction), Converted<double, T>(wholeTarget));
        T[]? weights = wholeWeights is null ? null : Converted<double, T>(wholeWeights);
        (T value, T[] gradient) = AllMembers(weights is null ? LossMembers<T, T>.Of((ILoss<T, T>)loss) : LossMembers<T, T>.Of((IWeightedLoss<T, T>)loss, weights), prediction, target);
        (ForwardBackwardBoth<T> forwardBackward, BackwardBoth<T> backward) = WithBothGradients(loss, weights);
        T[] first = new T[prediction.Length];
        T[] second = new T[target.Length];
        SameBits([value], [forwardBackward(prediction, target, first, second, 1)]);
        SameBits(gradient, first);

        T[] firstAlone = new T[prediction.Length];
        T[] secondAlone = new T[target.Length];
        backward(prediction, target, firstAlone, secondAlone, 1);
        SameBits(first, firstAlone);
        SameBits(second, secondAlone);

        T[] firstInPlace = [.. prediction];
        T[] secondInPlace = [.. target];
        SameBits([value], [forwardBackward(firstInPlace, secondInPlace, firstInPlace, secondInPlace, 1)]);
        SameBits(first, firstInPlace);
        SameBits(second, secondInPlace);
        return new LossResult(double.CreateChecked(value), Widened(first), Widened(second));
    }

    // The members with both gradients; weights are bound.
    private static (ForwardBackwardBoth<T> ForwardBackward, BackwardBoth<T> Backward) WithBothGradients<T>(object loss, T[]? weights)
    {
        MethodInfo forwardBackward = SpanMethods.Of(loss, "ForwardBackward");
        MethodInfo backward = loss.GetType().GetMethod("Backward", [.. forwardBackward.GetParameters().Select(static parameter => parameter.ParameterType)])!;
        if (weights is null)
        {
            return (forwardBackward.CreateDelegate<ForwardBackwardBoth<T>>(loss), backward.CreateDelegate<BackwardBoth<T>>(loss));
        }

        WeightedForwardBackward<T> weightedForwardBackward = forwardBackward.CreateDelegate<WeightedForwardBackward<T>>(loss);
        WeightedBackward<T> weightedBackward = backward.CreateDelegate<WeightedBackward<T>>(loss);
        return (
            (prediction, target, predictionGradient, targetGradient, scale) => weightedForwardBackward(prediction, target, weights, predictionGradient, targetGradient, scale),
            (prediction, target, predictionGradient, targetGradient, scale) => weightedBackward(prediction, target, weights, predictionGradient, targetGradient, scale));
    }

    private static (TElement Value, TElement[] Gradient) AllMembers<TElement, TLabel>(LossMembers<TElement, TLabel> loss, TElement[] prediction, TLabel[] groundTruth)
        where TElement : unmanaged, INumber<TElement>
    {
        TElement[] gradient = new TElement[prediction.Length];
        TElement value = loss.ForwardBackward(prediction, groundTruth, gradient);
        SameBits([value], [loss.Forward(prediction, groundTruth)]);

        TElement[] alone = new TElement[prediction.Length];
        loss.Backward(prediction, groundTruth, alone);
        SameBits(gradient, alone);

        TElement[] inPlace = [.. prediction];
        SameBits([value], [loss.ForwardBackward(inPlace, groundTruth, inPlace)]);
        SameBits(gradient, inPlace);
        return (value, gradient);
    }

    // Stricter than equality, for which 0 is −0. But all NaN are equal: the sign is that of the operand that the runtime puts first, which may change when it
    // recompiles a method.
    private static void SameBits<T>(T[] expected, T[] actual)
        where T : unmanaged, INumber<T>
    {
        if (MemoryMarshal.AsBytes<T>(expected).SequenceEqual(MemoryMarshal.AsBytes<T>(actual)))
        {
            return;
        }

        Assert.Equal(expected, actual);
        Assert.True(expected.Zip(actual).All(static pair => T.IsNaN(pair.First) || T.IsNegative(pair.First) == T.IsNegative(pair.Second)), "Members of one loss disagree in the sign of a zero.");
    }

    private static LossResult OfTypes(string method, Type[] types, params object?[] arguments) =>
        (LossResult)typeof(LossRun).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(types).Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    private static Type Contract(object loss) => loss.GetType().GetInterfaces().Single(static i =>
        i.IsGenericType && (i.GetGenericTypeDefinition() == typeof(ILoss<,>) || i.GetGenericTypeDefinition() == typeof(IWeightedLoss<,>)));

    private static double[] Widened<T>(T[] values)
        where T : INumber<T> => Converted<T, double>(values);

    private static TTo[] Converted<TFrom, TTo>(TFrom[] values)
        where TFrom : INumber<TFrom>
        where TTo : INumber<TTo>
    {
        TTo[] converted = new TTo[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            converted[i] = TTo.CreateChecked(values[i]);
        }

        return converted;
    }
}

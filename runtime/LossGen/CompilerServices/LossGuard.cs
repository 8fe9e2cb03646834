using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LossGen.CompilerServices;

/// <summary>
/// The checks that generated members make of their arguments, all before anything is written. The tests are
/// inlined; the code for a failed one is out of line, so that callers stay small.
/// </summary>
/// <remarks>For generated code; not meant to be called by hand.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public static partial class LossGuard
{
    /// <summary>Requires three statistics for each label, and whole samples.</summary>
    /// <param name="statistics">How many statistics there are.</param>
    /// <param name="labels">How many labels.</param>
    /// <param name="locationsPerSample">The locations of a sample.</param>
    /// <param name="statisticsName">The name of the statistics, for the message.</param>
    /// <param name="labelsName">That of the labels.</param>
    /// <exception cref="ArgumentException">There are more, or fewer.</exception>
    public static void RequireStatistics(int statistics, int labels, int locationsPerSample, string statisticsName, string labelsName)
    {
        if (labels % locationsPerSample != 0)
        {
            throw new ArgumentException($"{labelsName} has {labels} elements, no multiple of the {locationsPerSample} locations of a sample.", labelsName);
        }

        if (statistics != (long)labels * SoftmaxStatistics.PerLocation)
        {
            throw new ArgumentException($"{statisticsName} has {statistics} elements, but {labelsName} has {labels}, and {SoftmaxStatistics.PerLocation} statistics belong to each: {(long)labels * SoftmaxStatistics.PerLocation} elements.", statisticsName);
        }
    }

    /// <summary>Counts the samples in a tensor.</summary>
    /// <param name="length">The tensor's length.</param>
    /// <param name="elementsPerSample">The elements of one sample, at least 1.</param>
    /// <param name="shape">The declared shape, for the message.</param>
    /// <param name="parameter">The tensor's name, for the message.</param>
    /// <exception cref="ArgumentException">The length is not a multiple of <paramref name="elementsPerSample"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountSamples(int length, int elementsPerSample, string shape, string parameter)
    {
        int samples = (int)((uint)length / (uint)elementsPerSample);
        if (samples * elementsPerSample != length)
        {
            ThrowNoWholeSamples(length, elementsPerSample, shape, parameter);
        }

        return samples;
    }

    /// <summary>Requires that a tensor has as many elements as the prediction's samples require.</summary>
    /// <param name="length">The tensor's length.</param>
    /// <param name="samples">The number of samples.</param>
    /// <param name="elementsPerSample">The elements that belong to one sample.</param>
    /// <param name="shape">The prediction's declared shape, for the message.</param>
    /// <param name="parameter">The tensor's name, for the message.</param>
    /// <param name="prediction">The prediction's name, for the message.</param>
    /// <param name="predictionLength">The prediction's length, for the message.</param>
    /// <exception cref="ArgumentException">The length is different.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireLength(int length, int samples, int elementsPerSample, string shape, string parameter, string prediction, int predictionLength)
    {
        if (length != samples * elementsPerSample)
        {
            ThrowWrongLength(length, samples, elementsPerSample, shape, parameter, prediction, predictionLength);
        }
    }

    /// <summary>Requires that a span has the one element that there is for a whole call.</summary>
    /// <param name="length">The span's length.</param>
    /// <param name="parameter">Its name, for the message.</param>
    /// <exception cref="ArgumentException">It has none, or several.</exception>
    public static void RequireNumber(int length, string parameter)
    {
        if (length != 1)
        {
            throw new ArgumentException($"'{parameter}' has {Elements(length)}, but must have 1: it is one number for the whole call.", parameter);
        }
    }

    /// <summary>Requires that the sums of a whole count at least as much as a part of it.</summary>
    /// <param name="whole">The count of the whole.</param>
    /// <param name="part">The count of the part.</param>
    /// <param name="total">The name of the sums, for the message.</param>
    /// <param name="prediction">The prediction's name, for the message.</param>
    /// <exception cref="ArgumentException">The whole counts less.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireWhole(long whole, long part, string total, string prediction)
    {
        if (whole < part)
        {
            ThrowNotWhole(whole, part, total, prediction);
        }
    }

    /// <summary>Requires that there is something to divide by.</summary>
    /// <param name="denominator">The number of locations that are kept.</param>
    /// <param name="labels">The labels' name, for the message.</param>
    /// <exception cref="InvalidOperationException">It is 0.</exception>
    public static void RequireKept(double denominator, string labels)
    {
        if (denominator == 0)
        {
            ThrowNothingKept(labels);
        }
    }

    /// <summary>Requires that the sum of the weights is something to divide by.</summary>
    /// <param name="denominator">The sum of the weights of the locations that are kept.</param>
    /// <param name="keeper">The name of the labels or, without labels, of the weights, for the message.</param>
    /// <exception cref="InvalidOperationException">It is 0.</exception>
    public static void RequireWeightSum(double denominator, string keeper)
    {
        if (denominator == 0)
        {
            ThrowNoWeightSum(keeper);
        }
    }

    private static void ThrowNoWeightSum(string keeper) => throw new InvalidOperationException(
        $"The weights of the locations that '{keeper}' keeps sum to 0: there are none, they are 0, or they cancel, so the loss has no value. With WhenEmpty = LossWhenEmpty.Zero or NaN, that would be its value.");

    private static void ThrowNothingKept(string labels) => throw new InvalidOperationException(
        $"No location is kept: every label of '{labels}' is ignored or has a weight of 0, so the loss has no value. With WhenEmpty = LossWhenEmpty.Zero or NaN, that would be its value.");

    private static void ThrowNotWhole(long whole, long part, string total, string prediction) => throw new ArgumentException(
        $"'{total}' counts {whole}, but '{prediction}' alone counts {part}: it must be what Sums, or SumsOfStatistics, returns for these inputs, added to what it returns for all others.",
        total);

    private static void ThrowNoWholeSamples(int length, int elementsPerSample, string shape, string parameter) => throw new ArgumentException(
        $"'{parameter}' has {Elements(length)}, which is not a whole number of samples: a sample of shape {shape} has {elementsPerSample}.",
        parameter);

    private static void ThrowWrongLength(int length, int samples, int elementsPerSample, string shape, string parameter, string prediction, int predictionLength) => throw new ArgumentException(
        $"'{parameter}' has {Elements(length)}, but '{prediction}' has {predictionLength}, which is {samples} {(samples == 1 ? "sample" : "samples")} of shape {shape}, so '{parameter}' must have {(long)samples * elementsPerSample}.",
        parameter);

    private static string Elements(int count) => count == 1 ? "1 element" : $"{count} elements";
}

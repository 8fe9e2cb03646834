using System.ComponentModel;
using System.Numerics;

namespace LossGen.CompilerServices;

/// <summary>The locations of a block whose label is not ignored, as runs of neighbours or copied together: a kernel runs over these, and never sees the others.</summary>
/// <remarks>For generated code; not meant to be called by hand.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KeptLocations
{
    /// <summary>How many labels are not ignored.</summary>
    /// <param name="labels">The labels, one per location.</param>
    /// <param name="ignored">The label that is ignored.</param>
    /// <typeparam name="TLabel">The type of the labels.</typeparam>
    public static long Count<TLabel>(ReadOnlySpan<TLabel> labels, int ignored)
        where TLabel : unmanaged, IBinaryInteger<TLabel> => labels.Length - labels.Count(TLabel.CreateTruncating(ignored));

    /// <summary>The first location from a start on whose label is ignored; the end if there is none.</summary>
    /// <param name="labels">The labels, one per location.</param>
    /// <param name="ignored">The label that is ignored.</param>
    /// <param name="start">The first location looked at.</param>
    /// <param name="end">The location after the last one.</param>
    /// <typeparam name="TLabel">The type of the labels.</typeparam>
    public static nuint End<TLabel>(ReadOnlySpan<TLabel> labels, int ignored, nuint start, nuint end)
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        int found = labels[(int)start..(int)end].IndexOf(TLabel.CreateTruncating(ignored));
        return found < 0 ? end : start + (nuint)found;
    }

    /// <summary>The first location from a start on whose label is not ignored; the end if there is none.</summary>
    /// <param name="labels">The labels, one per location.</param>
    /// <param name="ignored">The label that is ignored.</param>
    /// <param name="start">The first location looked at.</param>
    /// <param name="end">The location after the last one.</param>
    /// <typeparam name="TLabel">The type of the labels.</typeparam>
    public static nuint Next<TLabel>(ReadOnlySpan<TLabel> labels, int ignored, nuint start, nuint end)
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        int found = labels[(int)start..(int)end].IndexOfAnyExcept(TLabel.CreateTruncating(ignored));
        return found < 0 ? end : start + (nuint)found;
    }

    /// <summary>Finds the next locations whose label is not ignored.</summary>
    /// <param name="labels">The labels, one per location.</param>
    /// <param name="ignored">The label that is ignored.</param>
    /// <param name="start">The first location looked at.</param>
    /// <param name="end">The location after the last one.</param>
    /// <param name="places">Overwritten with these locations, as many as there are or as it holds.</param>
    /// <param name="next">The location after the last one that was looked at.</param>
    /// <typeparam name="TLabel">The type of the labels.</typeparam>
    /// <returns>How many were found.</returns>
    public static nuint Take<TLabel>(ReadOnlySpan<TLabel> labels, int ignored, nuint start, nuint end, Span<int> places, out nuint next)
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        TLabel left = TLabel.CreateTruncating(ignored);
        int found = 0, location = (int)start;
        for (; location < (int)end && found < places.Length; location++)
        {
            places[found] = location;
            found += labels[location] == left ? 0 : 1;
        }

        next = (nuint)location;
        return (nuint)found;
    }

    /// <summary>Copies what a tensor holds of some locations, one after another.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="count">The number of elements of a location, which are contiguous.</param>
    /// <param name="places">The locations.</param>
    /// <param name="copy">Overwritten with the elements.</param>
    /// <typeparam name="T">The element type.</typeparam>
    public static void Gather<T>(ReadOnlySpan<T> tensor, int count, ReadOnlySpan<int> places, Span<T> copy)
        where T : unmanaged
    {
        for (int i = 0; i < places.Length; i++)
        {
            tensor.Slice(places[i] * count, count).CopyTo(copy.Slice(i * count));
        }
    }

    /// <summary>Copies what is held of some locations to their places in a tensor; does nothing where the tensor is empty.</summary>
    /// <param name="copy">The elements, one location after another.</param>
    /// <param name="count">The number of elements of a location, which are contiguous.</param>
    /// <param name="places">The locations.</param>
    /// <param name="tensor">The tensor.</param>
    /// <typeparam name="T">The element type.</typeparam>
    public static void Scatter<T>(ReadOnlySpan<T> copy, int count, ReadOnlySpan<int> places, Span<T> tensor)
        where T : unmanaged
    {
        for (int i = 0; i < places.Length && !tensor.IsEmpty; i++)
        {
            copy.Slice(i * count, count).CopyTo(tensor.Slice(places[i] * count));
        }
    }

    /// <summary>Writes 0 to the gradient of neighbouring locations; does nothing where the gradient is empty.</summary>
    /// <param name="gradient">The gradient.</param>
    /// <param name="classes">The number of elements of a location.</param>
    /// <param name="stride">The distance of these from each other.</param>
    /// <param name="start">The first location.</param>
    /// <param name="end">The location after the last one.</param>
    /// <typeparam name="T">The element type.</typeparam>
    public static void Clear<T>(Span<T> gradient, nuint classes, nuint stride, nuint start, nuint end)
        where T : unmanaged
    {
        if (gradient.IsEmpty)
        {
            return;
        }

        if (stride == 1)
        {
            gradient[(int)(start * classes)..(int)(end * classes)].Clear();
            return;
        }

        // Locations with the same quotient n / stride are contiguous in every class.
        while (start < end)
        {
            nuint outer = start / stride;
            nuint run = nuint.Min(end, (outer + 1) * stride) - start;
            nuint first = (outer * classes * stride) + (start - (outer * stride));
            for (nuint c = 0; c < classes; c++)
            {
                gradient.Slice((int)(first + (c * stride)), (int)run).Clear();
            }

            start += run;
        }
    }

    /// <summary>Adds the sums of a run to those of its block.</summary>
    /// <param name="sums">The sums of the block.</param>
    /// <param name="run">The sums of the run.</param>
    public static void Add(Span<double> sums, ReadOnlySpan<double> run)
    {
        for (int i = 0; i < run.Length; i++)
        {
            sums[i] += run[i];
        }
    }
}

using System.Numerics;

namespace LossGen;

/// <summary>Makes truth values of lists of classes: the targets of <see cref="MultiLabelMarginLossAttribute"/> of those that PyTorch's <c>MultiLabelMarginLoss</c> takes.</summary>
public static class MultiHot
{
    /// <summary>
    /// Sets, for each location, the truth values of the classes in its list, and clears those of all others: target[l·C + c] = (c ∈ list l). A list has C places and ends before its
    /// first negative number, such as −1; what follows is not read. A class that a list names twice is set once, whereas PyTorch's loss counts it twice.
    /// </summary>
    /// <typeparam name="T">The type of the classes, such as <see cref="int"/> or <see cref="long"/>.</typeparam>
    /// <param name="lists">The lists, one after another: L·C numbers for L locations.</param>
    /// <param name="classes">How many classes there are, C.</param>
    /// <param name="target">Where the truth values go, as many as <paramref name="lists"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no class, or a list names one of at least C. Nothing was written.</exception>
    /// <exception cref="ArgumentException">A length is not a multiple of C, or the lengths differ. Nothing was written.</exception>
    public static void Fill<T>(ReadOnlySpan<T> lists, int classes, Span<bool> target)
        where T : struct, IBinaryInteger<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        if (lists.Length % classes != 0)
        {
            throw new ArgumentException($"The lists have {lists.Length} numbers, but need {classes} for each location, a list that is shorter ending with -1.", nameof(lists));
        }

        if (target.Length != lists.Length)
        {
            throw new ArgumentException($"The target has {target.Length} elements, but needs {lists.Length}, one for each class of each list.", nameof(target));
        }

        Check(lists, classes);
        target.Clear();
        for (int start = 0; start < lists.Length; start += classes)
        {
            foreach (T named in Listed(lists.Slice(start, classes)))
            {
                target[start + int.CreateTruncating(named)] = true;
            }
        }
    }

    private static void Check<T>(ReadOnlySpan<T> lists, int classes)
        where T : struct, IBinaryInteger<T>
    {
        for (int start = 0; start < lists.Length; start += classes)
        {
            ReadOnlySpan<T> list = Listed(lists.Slice(start, classes));
            for (int place = 0; place < list.Length; place++)
            {
                if (int.CreateSaturating(list[place]) >= classes)
                {
                    throw new ArgumentOutOfRangeException(nameof(lists), $"lists[{start + place}] is {list[place]}, but the classes are 0 to {classes - 1}, and -1 ends a list.");
                }
            }
        }
    }

    // The numbers before the first negative one.
    private static ReadOnlySpan<T> Listed<T>(ReadOnlySpan<T> list)
        where T : struct, IBinaryInteger<T>
    {
        int length = 0;
        while (length < list.Length && !T.IsNegative(list[length]))
        {
            length++;
        }

        return list[..length];
    }
}

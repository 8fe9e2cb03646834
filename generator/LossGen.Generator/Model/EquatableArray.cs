using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LossGen.Generator.Model;

/// <summary>An immutable array that compares by its elements, so that records holding one compare by value.</summary>
[DebuggerDisplay("{DebuggerDisplay,nq}")]
internal readonly struct EquatableArray<T>(ImmutableArray<T> items) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly ImmutableArray<T> items = items;

    public int Count => items.IsDefault ? 0 : items.Length;

    private string DebuggerDisplay => $"Count = {Count}";

    // default(EquatableArray<T>) is the empty array, as befits a struct that users may forget to initialise.
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    private ImmutableArray<T> Items => items.IsDefault ? [] : items;

    public T this[int index] => items[index];

    /// <summary>Whether the two are one array, which passes that leave most of a kernel unchanged check.</summary>
    public bool IsSameAs(EquatableArray<T> other) => items == other.items;

    public bool Equals(EquatableArray<T> other) => IsSameAs(other) || Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        int hash = 17;
        foreach (T item in Items)
        {
            hash = unchecked((hash * 31) + (item?.GetHashCode() ?? 0));
        }

        return hash;
    }

    public T[] ToArray() => [.. Items];

    // Like the extensions for enumerables, but without an enumerator: they are called for every node.
    public bool Any(Func<T, bool> holds)
    {
        foreach (T item in Items)
        {
            if (holds(item))
            {
                return true;
            }
        }

        return false;
    }

    public bool All(Func<T, bool> holds)
    {
        foreach (T item in Items)
        {
            if (!holds(item))
            {
                return false;
            }
        }

        return true;
    }

    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();
}

/// <summary>Ways to make an <see cref="EquatableArray{T}"/>.</summary>
internal static class EquatableArray
{
    /// <summary>The items as given, which nobody may change from then on: they are not copied.</summary>
    public static EquatableArray<T> Of<T>(params T[] items)
        where T : IEquatable<T> => new(ImmutableCollectionsMarshal.AsImmutableArray(items));

    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => Of(items.ToArray());
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Benchmarks.Workloads;

/// <summary>An array that starts at a cache line, so that no contender has split loads by chance of allocation.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class AlignedBuffer<T>
    where T : unmanaged, INumberBase<T>
{
    private const int Alignment = 64;

    // Pinned: the offset stays valid.
    private readonly T[] array;
    private readonly int offset;

    public AlignedBuffer(int length)
    {
        array = GC.AllocateArray<T>(length + (Alignment / Unsafe.SizeOf<T>()), pinned: true);
        offset = (int)(-Address(array) & (Alignment - 1)) / Unsafe.SizeOf<T>();
        Length = length;
    }

    public int Length { get; }

    public Span<T> Span => array.AsSpan(offset, Length);

    /// <summary>Where it starts, for code that takes pointers: it never moves.</summary>
    public unsafe T* Pointer => (T*)Unsafe.AsPointer(ref array[offset]);

    /// <summary>A copy in another type.</summary>
    public AlignedBuffer<TTo> Convert<TTo>()
        where TTo : unmanaged, INumberBase<TTo>
    {
        AlignedBuffer<TTo> copy = new(Length);
        for (int i = 0; i < Length; i++)
        {
            copy.Span[i] = TTo.CreateTruncating(Span[i]);
        }

        return copy;
    }

    private static unsafe nint Address(T[] array) => (nint)Unsafe.AsPointer(ref array[0]);
}

using System.Runtime.CompilerServices;

namespace LossGen.Benchmarks.Workloads;

/// <summary>An array that starts at a cache line, so that no contender meets split loads by the luck of the allocator.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class AlignedBuffer<T>
    where T : unmanaged
{
    private const int Alignment = 64;

    // Pinned: the offset stays right.
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

    private static unsafe nint Address(T[] array) => (nint)Unsafe.AsPointer(ref array[0]);
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

public static partial class Tile
{
    // Measured: up to 5 MB it costs a little, from 8 MB on it saves more the larger the tensor is.
    private const uint LeastBytesPrefetched = 8 << 20;

    /// <summary>
    /// Prefetches the cache lines of some locations that will soon be read or written; does nothing for a tensor that a cache holds anyway, nor on a
    /// machine without such an instruction.
    /// </summary>
    /// <param name="tensor">The tensor, laid out as for <see cref="Read"/>.</param>
    /// <param name="classes">The number of classes, at least 1.</param>
    /// <param name="stride">The distance between neighbouring classes of a location, at least 1.</param>
    /// <param name="start">The first location. Neither it nor those after it need exist.</param>
    /// <param name="count">How many locations.</param>
    /// <typeparam name="T">The element type.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch<T>(ReadOnlySpan<T> tensor, nuint classes, nuint stride, nuint start, nuint count)
        where T : unmanaged
    {
        if ((nuint)tensor.Length * (nuint)Unsafe.SizeOf<T>() >= LeastBytesPrefetched && Sse.IsSupported)
        {
            PrefetchLines(ref MemoryMarshal.GetReference(tensor), classes, stride, start, count);
        }
    }

    /// <summary>Prefetches the cache line of an element that will soon be read; does nothing on a machine without such an instruction.</summary>
    /// <param name="tensor">The tensor's first element.</param>
    /// <param name="index">Which element; it need not exist.</param>
    /// <typeparam name="T">The element type.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch<T>(ref T tensor, nuint index)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0((T*)Unsafe.AsPointer(ref tensor) + index);
        }
    }

    // The address may be stale by the time it is used, as nothing is pinned: then other lines are prefetched, which does no harm.
    private static unsafe void PrefetchLines<T>(ref T tensor, nuint classes, nuint stride, nuint start, nuint count)
        where T : unmanaged
    {
        byte* first = (byte*)Unsafe.AsPointer(ref Unsafe.Add(ref tensor, stride == 1 ? start * classes : (start / stride * classes * stride) + (start % stride)));
        nuint size = (nuint)sizeof(T);
        nuint rows = stride == 1 ? 1 : classes;
        nuint length = (stride == 1 ? classes : 1) * count * size;
        for (nuint row = 0; row < rows; row++, first += stride * size)
        {
            for (nuint offset = 0; offset < length; offset += LineBytes)
            {
                Sse.Prefetch0(first + offset);
            }
        }
    }
}

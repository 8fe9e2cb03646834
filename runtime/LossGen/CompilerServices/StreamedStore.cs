using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <summary>
/// Stores that bypass the caches, eight bytes at a time: these are combined into lines whatever their alignment, whereas whole vectors would have to be aligned,
/// which large arrays are not. As fast as aligned vectors, since memory is the bottleneck.
/// </summary>
/// <remarks>For pinned memory; <see cref="Tile.Publish"/> must follow before other threads may read.</remarks>
internal readonly unsafe struct StreamedStore : IVectorStore
{
    public static bool IsSupported => Sse2.X64.IsSupported;

    public static bool IsStreamed => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<T> value, ref T start, nuint index)
        where T : unmanaged
    {
        long* destination = (long*)Unsafe.AsPointer(ref Unsafe.Add(ref start, index));
        Vector256<long> words = value.AsInt64();
        Sse2.X64.StoreNonTemporal(destination, words.GetElement(0));
        Sse2.X64.StoreNonTemporal(destination + 1, words.GetElement(1));
        Sse2.X64.StoreNonTemporal(destination + 2, words.GetElement(2));
        Sse2.X64.StoreNonTemporal(destination + 3, words.GetElement(3));
    }
}

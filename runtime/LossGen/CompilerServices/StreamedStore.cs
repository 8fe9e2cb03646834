using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <summary>
/// Stores past the caches, eight bytes at a time: those are gathered into lines whatever their alignment, while whole vectors would have to be aligned, and large
/// arrays are not. As fast as aligned vectors, since memory is what is waited for.
/// </summary>
/// <remarks>For pinned memory; <see cref="Tile.Publish"/> must follow before other threads may look.</remarks>
internal readonly unsafe struct StreamedStore : IVectorStore
{
    public static bool IsSupported => Sse2.X64.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<T> value, ref T start, nuint index)
        where T : unmanaged => Store(value.AsInt64(), (long*)Unsafe.AsPointer(ref Unsafe.Add(ref start, index)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector512<T> value, ref T start, nuint index)
        where T : unmanaged
    {
        long* destination = (long*)Unsafe.AsPointer(ref Unsafe.Add(ref start, index));
        Store(value.GetLower().AsInt64(), destination);
        Store(value.GetUpper().AsInt64(), destination + Vector256<long>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<long> value, long* destination)
    {
        Sse2.X64.StoreNonTemporal(destination, value.GetElement(0));
        Sse2.X64.StoreNonTemporal(destination + 1, value.GetElement(1));
        Sse2.X64.StoreNonTemporal(destination + 2, value.GetElement(2));
        Sse2.X64.StoreNonTemporal(destination + 3, value.GetElement(3));
    }
}

using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <summary>Ordinary stores, through the caches.</summary>
/// <remarks>For generated code; not meant to be used by hand.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CachedStore : IVectorStore
{
    /// <inheritdoc/>
    public static bool IsStreamed => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<T> value, ref T start, nuint index)
        where T : unmanaged => value.StoreUnsafe(ref start, index);
}

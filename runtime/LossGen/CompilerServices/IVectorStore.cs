using System.ComponentModel;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <summary>A way to store vectors that nothing reads again soon.</summary>
/// <remarks>For generated code; not meant to be used by hand. Static, so that a loop is compiled for each way.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IVectorStore
{
    /// <summary>Whether it bypasses the caches.</summary>
    static abstract bool IsStreamed { get; }

    /// <summary>Stores a vector.</summary>
    /// <param name="value">The elements.</param>
    /// <param name="start">The first element of the destination.</param>
    /// <param name="index">The vector's offset from it, in elements; no alignment is required beyond the element's.</param>
    /// <typeparam name="T">The element type.</typeparam>
    static abstract void Store<T>(Vector256<T> value, ref T start, nuint index)
        where T : unmanaged;
}

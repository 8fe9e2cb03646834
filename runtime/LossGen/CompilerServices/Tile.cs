using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <summary>
/// Copies a few neighbouring locations of a tensor, with all their classes, into a small buffer where every class is a row, and back:
/// whatever the tensor's layout, a kernel then works on whole vectors of locations.
/// </summary>
/// <remarks>
/// <para>
/// The tensor is outer × classes × stride, row-major: location n starts at element n / stride · classes · stride + n mod stride, and each further
/// class is <c>stride</c> elements on. In the tile, class c of its l-th location is element c · width + l.
/// </para>
/// <para>
/// Elements are copied as they are, including NaN. Nothing is read or written outside the given locations, nor outside the tile's
/// classes · width elements. For generated code; not meant to be called by hand.
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Tile
{
    // The size of the widest vector. A width is a multiple of 16 elements, which is a multiple of this for elements of 4 bytes or more.
    private const uint VectorBytes = 64;
    private const uint WidthUnit = 16;

    /// <summary>Fills a tile with locations of a tensor.</summary>
    /// <remarks>
    /// The last location is followed by copies of it, up to the next multiple of 64 bytes, or of 16 elements if they have one or two bytes: vectors that reach
    /// beyond the last location contain only elements of the tensor. Anything after that stays as it was.
    /// </remarks>
    /// <param name="source">The tensor's first element.</param>
    /// <param name="classes">The number of classes, at least 1.</param>
    /// <param name="stride">The distance between neighbouring classes of a location, at least 1.</param>
    /// <param name="start">The first location.</param>
    /// <param name="end">The location after the last.</param>
    /// <param name="tile">The tile's first element.</param>
    /// <param name="width">The locations that the tile has room for, a multiple of 16 and at least <paramref name="end"/> - <paramref name="start"/>.</param>
    /// <typeparam name="T">The element type; other sizes than 4 or 8 bytes are slow.</typeparam>
    public static void Read<T>(ref T source, nuint classes, nuint stride, nuint start, nuint end, ref T tile, nuint width)
        where T : unmanaged
    {
        nuint count = end - start;
        if (count == 0)
        {
            return;
        }

        if (stride == 1 && classes > 1)
        {
            Transposition.ToRows(ref Unsafe.Add(ref source, start * classes), classes, count, ref tile, width);
        }
        else
        {
            // Locations of a single class are one run, whatever the stride.
            ReadRuns(ref source, classes, classes == 1 ? end : stride, start, count, ref tile, width);
        }

        nuint lanes = VectorBytes / (nuint)Unsafe.SizeOf<T>();
        if (lanes > WidthUnit)
        {
            RepeatLastOfNarrow(ref tile, classes, width, count);
        }
        else if (count % lanes != 0)
        {
            RepeatLast(ref tile, classes, width, count, ((count / lanes) + 1) * lanes);
        }
    }

    /// <summary>Copies the locations of a tile to their places in a tensor.</summary>
    /// <param name="tile">The tile's first element.</param>
    /// <param name="width">The locations that the tile has room for, a multiple of 16 and at least <paramref name="end"/> - <paramref name="start"/>.</param>
    /// <param name="destination">The tensor's first element.</param>
    /// <param name="classes">The number of classes, at least 1.</param>
    /// <param name="stride">The distance between neighbouring classes of a location, at least 1.</param>
    /// <param name="start">The first location.</param>
    /// <param name="end">The location after the last.</param>
    /// <param name="nonTemporal">
    /// Whether to bypass the caches where the rows are whole lines of 64 bytes: in all classes, the locations with the same n / stride begin at a
    /// multiple of 64 bytes and are a multiple of 64 bytes long. Then <see cref="Publish"/> must follow before other threads may read.
    /// </param>
    /// <typeparam name="T">The element type; other sizes than 4 or 8 bytes are slow.</typeparam>
    public static void Write<T>(ref T tile, nuint width, ref T destination, nuint classes, nuint stride, nuint start, nuint end, bool nonTemporal = false)
        where T : unmanaged
    {
        nuint count = end - start;
        if (count == 0)
        {
            return;
        }

        if (stride == 1 && classes > 1)
        {
            Transposition.FromRows(ref tile, width, classes, count, ref Unsafe.Add(ref destination, start * classes));
        }
        else
        {
            WriteRuns(ref tile, width, ref destination, classes, classes == 1 ? end : stride, start, count, nonTemporal);
        }
    }

    /// <summary>Orders stores that bypassed the caches before all later stores of this thread.</summary>
    public static void Publish()
    {
        if (Sse.IsSupported)
        {
            Sse.StoreFence();
        }
        else
        {
            Thread.MemoryBarrier();
        }
    }

    // Elements of one or two bytes are widened to the widest vector's lanes, 16 at most.
    private static void RepeatLastOfNarrow<T>(ref T tile, nuint classes, nuint width, nuint count)
        where T : unmanaged
    {
        nuint filled = (count + WidthUnit - 1) / WidthUnit * WidthUnit;
        for (nuint c = 0; c < classes; c++, tile = ref Unsafe.Add(ref tile, width))
        {
            for (nuint l = count; l < filled; l++)
            {
                Unsafe.Add(ref tile, l) = Unsafe.Add(ref tile, count - 1);
            }
        }
    }

    // All within the last 64 bytes that are filled: two vectors of 32, whose lanes up to the last location are kept.
    private static void RepeatLast<T>(ref T tile, nuint classes, nuint width, nuint count, nuint filled)
        where T : unmanaged
    {
        nuint lanes = (nuint)Vector256<T>.Count;
        nuint lower = filled - (2 * lanes);
        nuint upper = filled - lanes;
        nuint kept = ((count - 1) % lanes) + 1;
        Vector256<T> isKept = Vector256.LessThan(Vector256<byte>.Indices, Vector256.Create((byte)(kept * (nuint)Unsafe.SizeOf<T>()))).As<byte, T>();
        for (nuint c = 0; c < classes; c++, tile = ref Unsafe.Add(ref tile, width))
        {
            Vector256<T> last = Vector256.Create(Unsafe.Add(ref tile, count - 1));
            if (count > upper)
            {
                Vector256.ConditionalSelect(isKept, Vector256.LoadUnsafe(ref tile, upper), last).StoreUnsafe(ref tile, upper);
            }
            else
            {
                Vector256.ConditionalSelect(isKept, Vector256.LoadUnsafe(ref tile, lower), last).StoreUnsafe(ref tile, lower);
                last.StoreUnsafe(ref tile, upper);
            }
        }
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <summary>
/// Transposes consecutive locations, each with its classes contiguous, into one row per class, and back.
/// </summary>
/// <remarks>
/// A block is as many locations as a vector has lanes by as many classes as half a vector has: it is transposed in steps that stay inside the halves
/// of vectors, since each half is loaded or stored separately. Where the numbers are not multiples of these, the last block overlaps the one before.
/// </remarks>
internal static partial class Transposition
{
    /// <summary>Moves <paramref name="count"/> locations of at least two <paramref name="classes"/> into rows that are <paramref name="width"/> apart.</summary>
    public static void ToRows<T>(ref T locations, nuint classes, nuint count, ref T rows, nuint width)
        where T : unmanaged
    {
        if (Avx.IsSupported && Unsafe.SizeOf<T>() == sizeof(float) && count >= SingleLocations)
        {
            ToRows(ref Unsafe.As<T, float>(ref locations), classes, count, ref Unsafe.As<T, float>(ref rows), width);
        }
        else if (Avx.IsSupported && Unsafe.SizeOf<T>() == sizeof(double) && count >= DoubleLocations)
        {
            ToRows(ref Unsafe.As<T, double>(ref locations), classes, count, ref Unsafe.As<T, double>(ref rows), width);
        }
        else
        {
            for (nuint l = 0; l < count; l++, locations = ref Unsafe.Add(ref locations, classes))
            {
                for (nuint c = 0; c < classes; c++)
                {
                    Unsafe.Add(ref rows, (c * width) + l) = Unsafe.Add(ref locations, c);
                }
            }
        }
    }

    /// <summary>The inverse of <see cref="ToRows{T}(ref T, nuint, nuint, ref T, nuint)"/>.</summary>
    public static void FromRows<T>(ref T rows, nuint width, nuint classes, nuint count, ref T locations)
        where T : unmanaged
    {
        if (Avx.IsSupported && Unsafe.SizeOf<T>() == sizeof(float) && count >= SingleLocations)
        {
            FromRows(ref Unsafe.As<T, float>(ref rows), width, classes, count, ref Unsafe.As<T, float>(ref locations));
        }
        else if (Avx.IsSupported && Unsafe.SizeOf<T>() == sizeof(double) && count >= DoubleLocations)
        {
            FromRows(ref Unsafe.As<T, double>(ref rows), width, classes, count, ref Unsafe.As<T, double>(ref locations));
        }
        else
        {
            for (nuint l = 0; l < count; l++, locations = ref Unsafe.Add(ref locations, classes))
            {
                for (nuint c = 0; c < classes; c++)
                {
                    Unsafe.Add(ref locations, c) = Unsafe.Add(ref rows, (c * width) + l);
                }
            }
        }
    }
}

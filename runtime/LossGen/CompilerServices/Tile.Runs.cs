using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

public static partial class Tile
{
    private const uint LineBytes = 64;

    // Locations with the same quotient n / stride are contiguous in every class: a run. A tile consists of all the runs that it touches.
    private static void ReadRuns<T>(ref T source, nuint classes, nuint stride, nuint start, nuint count, ref T tile, nuint width)
        where T : unmanaged
    {
        nuint size = (nuint)Unsafe.SizeOf<T>();
        nuint outer = start / stride;
        nuint inner = start - (outer * stride);
        ref T block = ref Unsafe.Add(ref source, outer * classes * stride);
        for (nuint l = 0; l < count; inner = 0, block = ref Unsafe.Add(ref block, classes * stride))
        {
            nuint run = nuint.Min(stride - inner, count - l);
            CopyRows(ref Bytes(ref block, inner), stride * size, ref Bytes(ref tile, l), width * size, classes, run * size);
            l += run;
        }
    }

    private static void WriteRuns<T>(ref T tile, nuint width, ref T destination, nuint classes, nuint stride, nuint start, nuint count, bool nonTemporal)
        where T : unmanaged
    {
        nuint size = (nuint)Unsafe.SizeOf<T>();
        nuint outer = start / stride;
        nuint inner = start - (outer * stride);
        ref T block = ref Unsafe.Add(ref destination, outer * classes * stride);
        for (nuint l = 0; l < count; inner = 0, block = ref Unsafe.Add(ref block, classes * stride))
        {
            nuint run = nuint.Min(stride - inner, count - l);
            if (!nonTemporal || !StreamRows(ref Bytes(ref tile, l), width * size, ref Bytes(ref block, inner), stride * size, classes, run * size))
            {
                CopyRows(ref Bytes(ref tile, l), width * size, ref Bytes(ref block, inner), stride * size, classes, run * size);
            }

            l += run;
        }
    }

    private static ref byte Bytes<T>(ref T first, nuint offset)
        where T : unmanaged => ref Unsafe.As<T, byte>(ref Unsafe.Add(ref first, offset));

    // A run is short: the calls would take longer than the copies. Two overlapping accesses cover any length from one to two of them.
    private static void CopyRows(ref byte source, nuint sourceStep, ref byte destination, nuint destinationStep, nuint rows, nuint length)
    {
        if (length >= (nuint)Vector256<byte>.Count)
        {
            for (; rows > 0; rows--, source = ref Unsafe.Add(ref source, sourceStep), destination = ref Unsafe.Add(ref destination, destinationStep))
            {
                CopyVectors(ref source, ref destination, length);
            }
        }
        else if (length >= (nuint)Vector128<byte>.Count)
        {
            CopyRowsOfTwo<Vector128<byte>>(ref source, sourceStep, ref destination, destinationStep, rows, length);
        }
        else if (length >= sizeof(ulong))
        {
            CopyRowsOfTwo<ulong>(ref source, sourceStep, ref destination, destinationStep, rows, length);
        }
        else if (length >= sizeof(uint))
        {
            CopyRowsOfTwo<uint>(ref source, sourceStep, ref destination, destinationStep, rows, length);
        }
        else
        {
            for (; rows > 0; rows--, source = ref Unsafe.Add(ref source, sourceStep), destination = ref Unsafe.Add(ref destination, destinationStep))
            {
                Unsafe.CopyBlockUnaligned(ref destination, ref source, (uint)length);
            }
        }
    }

    // Does nothing unless the rows consist of whole lines: partial lines that bypass the caches take longer than any other store.
    private static unsafe bool StreamRows(ref byte source, nuint sourceStep, ref byte destination, nuint destinationStep, nuint rows, nuint length)
    {
        fixed (byte* first = &destination)
        {
            if ((((nuint)first | destinationStep | length) % LineBytes) != 0)
            {
                return false;
            }

            byte* row = first;
            for (; rows > 0; rows--, source = ref Unsafe.Add(ref source, sourceStep), row += destinationStep)
            {
                for (nuint i = 0; i < length; i += LineBytes)
                {
                    Vector256.LoadUnsafe(ref source, i).StoreAlignedNonTemporal(row + i);
                    Vector256.LoadUnsafe(ref source, i + (LineBytes / 2)).StoreAlignedNonTemporal(row + i + (LineBytes / 2));
                }
            }

            return true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyVectors(ref byte source, ref byte destination, nuint length)
    {
        nuint step = (nuint)Vector256<byte>.Count;
        nuint i = 0;
        for (; i + (2 * step) <= length; i += 2 * step)
        {
            Vector256<byte> first = Vector256.LoadUnsafe(ref source, i);
            Vector256<byte> second = Vector256.LoadUnsafe(ref source, i + step);
            first.StoreUnsafe(ref destination, i);
            second.StoreUnsafe(ref destination, i + step);
        }

        if (i + step < length)
        {
            Vector256.LoadUnsafe(ref source, i).StoreUnsafe(ref destination, i);
        }

        if (i < length)
        {
            Vector256.LoadUnsafe(ref source, length - step).StoreUnsafe(ref destination, length - step);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyRowsOfTwo<TAccess>(ref byte source, nuint sourceStep, ref byte destination, nuint destinationStep, nuint rows, nuint length)
        where TAccess : unmanaged
    {
        nuint second = length - (nuint)Unsafe.SizeOf<TAccess>();
        for (; rows > 0; rows--, source = ref Unsafe.Add(ref source, sourceStep), destination = ref Unsafe.Add(ref destination, destinationStep))
        {
            Unsafe.WriteUnaligned(ref destination, Unsafe.ReadUnaligned<TAccess>(ref source));
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, second), Unsafe.ReadUnaligned<TAccess>(ref Unsafe.Add(ref source, second)));
        }
    }
}

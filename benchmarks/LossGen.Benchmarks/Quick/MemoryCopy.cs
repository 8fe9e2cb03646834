using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Quick;

/// <summary>A copy of more memory than any cache holds.</summary>
public sealed class MemoryCopy
{
    public const int Megabytes = 256;

    /// <summary>The bytes that a copy moves, read and written.</summary>
    public const double BytesMoved = 2.0 * Bytes;

    private const int Bytes = Megabytes * 1024 * 1024;
    private const int Part = 4 * 1024 * 1024;

    private readonly AlignedBuffer<byte> source = new(Bytes);
    private readonly AlignedBuffer<byte> destination = new(Bytes);

    private MemoryCopy()
    {
        source.Span.Fill(1);
        destination.Span.Fill(2);
    }

    /// <summary>The only instance: its memory is allocated on first use and reused.</summary>
    public static MemoryCopy Instance { get; } = new();

    /// <summary>With plain stores, as every program copies.</summary>
    public void Plain() => source.Span.CopyTo(destination.Span);

    /// <summary>With stores that go past the caches, so that the destination is not read first; <paramref name="threads"/> threads share the parts.</summary>
    public void PastCaches(int threads)
    {
        if (threads == 1)
        {
            CopyPart(0, Bytes);
            return;
        }

        // If some threads start late, the others do more.
        Parallel.For(0, Bytes / Part, new ParallelOptions { MaxDegreeOfParallelism = threads }, part => CopyPart(part * Part, Part));
    }

    private unsafe void CopyPart(int start, int count)
    {
        ref byte from = ref MemoryMarshal.GetReference(source.Span[start..]);
        byte* to = destination.Pointer + start;
        nuint step = (nuint)Vector256<byte>.Count;
        for (nuint i = 0; i < (nuint)count; i += 4 * step)
        {
            Vector256.LoadUnsafe(ref from, i).StoreAlignedNonTemporal(to + i);
            Vector256.LoadUnsafe(ref from, i + step).StoreAlignedNonTemporal(to + i + step);
            Vector256.LoadUnsafe(ref from, i + (2 * step)).StoreAlignedNonTemporal(to + i + (2 * step));
            Vector256.LoadUnsafe(ref from, i + (3 * step)).StoreAlignedNonTemporal(to + i + (3 * step));
        }
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LossGen.Benchmarks.Workloads;

namespace LossGen.Benchmarks.Quick;

/// <summary>
/// How fast this machine copies memory: the limit of every loss on tensors that no cache holds. Gigabytes (10⁹) read plus
/// gigabytes written a second.
/// </summary>
/// <param name="Plain">Of <see cref="Span{T}.CopyTo"/>.</param>
/// <param name="NonTemporal">Of stores that go past the caches, so that the destination is not read first.</param>
public sealed record CopyBandwidth(double Plain, double NonTemporal)
{
    public const int MegabytesCopied = 256;

    private const int BytesCopied = MegabytesCopied * 1024 * 1024;

    public static CopyBandwidth Measure()
    {
        AlignedBuffer<byte> source = new(BytesCopied);
        AlignedBuffer<byte> destination = new(BytesCopied);
        source.Span.Fill(1);
        destination.Span.Fill(2);
        IReadOnlyList<double>[] nanoseconds = InterleavedTimer.Time(
            () => source.Span.CopyTo(destination.Span),
            () => CopyPastCaches(source.Span, destination.Span));
        return new CopyBandwidth(Bandwidth(nanoseconds[0]), Bandwidth(nanoseconds[1]));
    }

    private static double Bandwidth(IReadOnlyList<double> nanoseconds) => 2.0 * BytesCopied / InterleavedTimer.Median(nanoseconds);

    private static unsafe void CopyPastCaches(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        ref byte from = ref MemoryMarshal.GetReference(source);
        byte* to = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(destination));
        nuint step = (nuint)Vector256<byte>.Count;
        for (nuint i = 0; i < (nuint)source.Length; i += 4 * step)
        {
            Vector256.LoadUnsafe(ref from, i).StoreAlignedNonTemporal(to + i);
            Vector256.LoadUnsafe(ref from, i + step).StoreAlignedNonTemporal(to + i + step);
            Vector256.LoadUnsafe(ref from, i + (2 * step)).StoreAlignedNonTemporal(to + i + (2 * step));
            Vector256.LoadUnsafe(ref from, i + (3 * step)).StoreAlignedNonTemporal(to + i + (3 * step));
        }
    }
}

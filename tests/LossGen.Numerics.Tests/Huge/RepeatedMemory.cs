using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.Numerics.Tests.Huge;

/// <summary>Some elements, over and over in the address space: as many as a span can have, in the memory of a few. On Linux; elsewhere all of them are there.</summary>
/// <typeparam name="T">Their type.</typeparam>
internal sealed unsafe class RepeatedMemory<T> : IDisposable
    where T : unmanaged
{
    private readonly nint bytes;
    private readonly nint start;

    /// <param name="period">The elements; a whole number of pages.</param>
    /// <param name="length">How many there are in all.</param>
    public RepeatedMemory(ReadOnlySpan<T> period, int length)
    {
        Length = length;
        nint periodBytes = (nint)period.Length * Unsafe.SizeOf<T>();
        Assert.Equal(0, periodBytes % Environment.SystemPageSize);
        bytes = (((nint)length * Unsafe.SizeOf<T>()) + periodBytes - 1) / periodBytes * periodBytes;
        start = OperatingSystem.IsLinux() ? MemoryMapping.Repeat(periodBytes, bytes) : (nint)NativeMemory.Alloc((nuint)bytes);
        for (nint i = 0; i < (OperatingSystem.IsLinux() ? periodBytes : bytes); i += periodBytes)
        {
            period.CopyTo(new Span<T>((void*)(start + i), period.Length));
        }
    }

    public int Length { get; }

    /// <summary>All elements; valid until this is disposed of.</summary>
    public Span<T> Span => new((void*)start, Length);

    public void Dispose()
    {
        if (OperatingSystem.IsLinux())
        {
            MemoryMapping.Free(start, bytes);
        }
        else
        {
            NativeMemory.Free((void*)start);
        }
    }
}

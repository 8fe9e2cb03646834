using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.Numerics.Tests.SameBits.Harness;

/// <summary>Elements between two pages that cannot be touched, next to the one after them or to the one before: whatever reads or writes beyond them on that side ends the process.</summary>
/// <typeparam name="T">Their type.</typeparam>
public sealed class GuardedMemory<T> : IDisposable
    where T : unmanaged
{
    private static readonly int Page = Environment.SystemPageSize;

    private readonly nint pages;
    private readonly nint end;
    private readonly nint first;

    /// <summary>Zeros.</summary>
    /// <param name="length">How many.</param>
    /// <param name="isLast">Whether they end where the page after them begins; otherwise they begin where the page before them ends.</param>
    public GuardedMemory(int length, bool isLast)
    {
        Length = length;
        nint bytes = (nint)length * Unsafe.SizeOf<T>();
        nint room = (bytes + Page - 1) / Page * Page;
        pages = PageProtection.Allocate(Page + room + Page);
        end = pages + Page + room;
        first = isLast ? end - bytes : pages + Page;
        Span.Clear();
        PageProtection.Forbid(pages, Page);
        PageProtection.Forbid(end, Page);
    }

    /// <summary>A copy of these elements.</summary>
    /// <param name="elements">The elements.</param>
    /// <param name="isLast">As above.</param>
    public GuardedMemory(ReadOnlySpan<T> elements, bool isLast)
        : this(elements.Length, isLast) => elements.CopyTo(Span);

    /// <summary>How many elements there are.</summary>
    public int Length { get; }

    /// <summary>The elements; valid until this is disposed of.</summary>
    public Span<T> Span => MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<T>(), first), Length);

    public void Dispose()
    {
        PageProtection.Allow(pages, Page);
        PageProtection.Allow(end, Page);
        PageProtection.Free(pages);
    }
}

using System.ComponentModel;
using System.Runtime.InteropServices;

namespace LossGen.Numerics.Tests.SameBits.Harness;

/// <summary>Whole pages of memory, and whether they may be touched.</summary>
internal static class PageProtection
{
    private const int None = 0;
    private const int ReadAndWrite = 3;
    private const uint NoAccess = 1;
    private const uint PageReadWrite = 4;
    private const uint CommitAndReserve = 0x3000;
    private const uint Release = 0x8000;

    /// <summary>Pages that may be touched; their number of bytes is a multiple of a page's.</summary>
    public static nint Allocate(nint bytes)
    {
        if (OperatingSystem.IsWindows())
        {
            nint pages = VirtualAlloc(0, bytes, CommitAndReserve, PageReadWrite);
            return pages != 0 ? pages : throw new Win32Exception();
        }

        return posix_memalign(out nint aligned, Environment.SystemPageSize, bytes) == 0 ? aligned : throw new InvalidOperationException($"{bytes} bytes cannot be had.");
    }

    public static void Free(nint pages)
    {
        if (OperatingSystem.IsWindows())
        {
            VirtualFree(pages, 0, Release);
        }
        else
        {
            free(pages);
        }
    }

    /// <summary>From now on, touching them ends the process.</summary>
    public static void Forbid(nint pages, nint bytes) => Protect(pages, bytes, None, NoAccess);

    /// <summary>They may be touched again.</summary>
    public static void Allow(nint pages, nint bytes) => Protect(pages, bytes, ReadAndWrite, PageReadWrite);

    private static void Protect(nint pages, nint bytes, int protection, uint ofWindows)
    {
        bool isDone = OperatingSystem.IsWindows() ? VirtualProtect(pages, bytes, ofWindows, out _) : mprotect(pages, bytes, protection) == 0;
        if (!isDone)
        {
            throw new Win32Exception();
        }
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int posix_memalign(out nint pages, nint alignment, nint bytes);

    [DllImport("libc", SetLastError = true)]
    private static extern int mprotect(nint pages, nint bytes, int protection);

    [DllImport("libc")]
    private static extern void free(nint pages);

    [DllImport("kernel32", SetLastError = true)]
    private static extern nint VirtualAlloc(nint wanted, nint bytes, uint type, uint protection);

    [DllImport("kernel32", SetLastError = true)]
    private static extern bool VirtualProtect(nint pages, nint bytes, uint protection, out uint before);

    [DllImport("kernel32", SetLastError = true)]
    private static extern bool VirtualFree(nint pages, nint bytes, uint type);
}

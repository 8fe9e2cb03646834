using System.ComponentModel;
using System.Runtime.InteropServices;

namespace LossGen.Numerics.Tests.Huge;

/// <summary>Ranges of addresses that are the same memory, on Linux.</summary>
internal static class MemoryMapping
{
    private const int None = 0;
    private const int ReadAndWrite = 3;
    private const int Shared = 1;
    private const int Private = 2;
    private const int Fixed = 0x10;
    private const int Anonymous = 0x20;
    private const int NoReserve = 0x4000;

    /// <summary>The same bytes of memory, over and over.</summary>
    /// <param name="period">How many bytes of memory; whole pages.</param>
    /// <param name="bytes">How many bytes of addresses; a multiple of that.</param>
    public static nint Repeat(nint period, nint bytes)
    {
        int file = memfd_create("elements", 0);
        Require(file >= 0 && ftruncate(file, period) == 0);
        try
        {
            nint start = mmap(0, bytes, None, Private | Anonymous | NoReserve, -1, 0);
            Require(start != -1);
            for (nint i = 0; i < bytes; i += period)
            {
                Require(mmap(start + i, period, ReadAndWrite, Shared | Fixed, file, 0) != -1);
            }

            return start;
        }
        finally
        {
            close(file);
        }
    }

    public static void Free(nint start, nint bytes) => Require(munmap(start, bytes) == 0);

    private static void Require(bool isDone)
    {
        if (!isDone)
        {
            throw new Win32Exception();
        }
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int memfd_create([MarshalAs(UnmanagedType.LPUTF8Str)] string name, uint flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int ftruncate(int file, nint length);

    [DllImport("libc", SetLastError = true)]
    private static extern nint mmap(nint address, nint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", SetLastError = true)]
    private static extern int munmap(nint start, nint length);

    [DllImport("libc")]
    private static extern int close(int file);
}

using System.Runtime.InteropServices;

namespace LossGen.Numerics.Tests.ForeignState;

/// <summary>How a thread's processor rounds, and what it does with subnormal numbers: bits of the register MXCSR, which native code in a process may have changed.</summary>
[Flags]
public enum FloatingPointMode
{
    /// <summary>As .NET starts every thread: to the nearest, subnormal numbers and all.</summary>
    Usual = 0,

    /// <summary>Subnormal arguments are 0.</summary>
    DenormalsAreZero = 1 << 6,

    /// <summary>Towards −∞.</summary>
    Down = 1 << 13,

    /// <summary>Towards ∞.</summary>
    Up = 2 << 13,

    /// <summary>Towards 0.</summary>
    TowardsZero = 3 << 13,

    /// <summary>Subnormal results are 0.</summary>
    FlushToZero = 1 << 15,
}

/// <summary>Runs code on a thread whose processor is in another mode.</summary>
internal static class FloatingPointModes
{
    private const int PlaceOfMxcsr = 28;
    private const int BytesOfState = 64;
    private const int Changed = (int)(FloatingPointMode.DenormalsAreZero | FloatingPointMode.TowardsZero | FloatingPointMode.FlushToZero);

    // Elsewhere the usual mode alone is tried: the register and the library that sets it are those of Linux with glibc on x64.
    private static readonly bool CanChange =
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64 && NativeLibrary.TryLoad("libm.so.6", out nint library) && NativeLibrary.TryGetExport(library, "fesetenv", out _);

    /// <summary>The modes that are tried.</summary>
    public static FloatingPointMode[] Tried => CanChange
        ?
        [
            FloatingPointMode.Usual, FloatingPointMode.FlushToZero, FloatingPointMode.DenormalsAreZero, FloatingPointMode.FlushToZero | FloatingPointMode.DenormalsAreZero,
            FloatingPointMode.Down, FloatingPointMode.Up, FloatingPointMode.TowardsZero,
        ]
        : [FloatingPointMode.Usual];

    /// <summary>Whether the mode rounds in one direction.</summary>
    public static bool IsDirected(FloatingPointMode mode) => (mode & FloatingPointMode.TowardsZero) != 0;

    /// <summary>Runs on a thread of its own, which is in that mode meanwhile.</summary>
    public static void Run(FloatingPointMode mode, Action run)
    {
        Exception? failure = null;
        Thread thread = new(() => failure = Record.Exception(() => RunHere(mode, run)));
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }

    private static void RunHere(FloatingPointMode mode, Action run)
    {
        if (mode == FloatingPointMode.Usual)
        {
            run();
            return;
        }

        byte[] usual = new byte[BytesOfState];
        Assert.Equal(0, fegetenv(usual));
        byte[] foreign = [.. usual];
        Span<byte> register = foreign.AsSpan(PlaceOfMxcsr, sizeof(int));
        MemoryMarshal.Write(register, (MemoryMarshal.Read<int>(register) & ~Changed) | (int)mode);
        Assert.Equal(0, fesetenv(foreign));
        try
        {
            run();
        }
        finally
        {
            fesetenv(usual);
        }
    }

    [DllImport("libm.so.6")]
    private static extern int fegetenv(byte[] state);

    [DllImport("libm.so.6")]
    private static extern int fesetenv(byte[] state);
}

namespace LossGen.Generator.Kernel;

/// <summary>The vectors that a kernel is written for; the value is their width in bits. Results do not depend on it.</summary>
internal enum VectorWidth
{
    /// <summary>For every kernel; if the hardware has narrower ones, the runtime processes them in two halves.</summary>
    Bits256 = 256,

    /// <summary>For a second kernel, run if the hardware has them.</summary>
    Bits512 = 512,
}

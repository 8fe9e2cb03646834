namespace LossGen.Generator.Kernel;

/// <summary>The vectors that a kernel is written for; its value is their bits. Results do not depend on it.</summary>
internal enum VectorWidth
{
    /// <summary>What every kernel is written for; where the hardware has less, the runtime takes them in two halves.</summary>
    Bits256 = 256,

    /// <summary>For a second kernel, run where the hardware has them.</summary>
    Bits512 = 512,
}

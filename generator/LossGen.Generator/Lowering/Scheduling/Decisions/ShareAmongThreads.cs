using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Scheduling.Decisions;

/// <summary>Says from how many positions on a thread is worth waking: as many as take <see cref="OperationsPerThread"/> operations.</summary>
internal static class ShareAmongThreads
{
    // 25 to 35 µs on a machine of 2025 with vectors of 512 bits. To wake a thread that sleeps costs the caller 10 µs there, and the thread is late by 30:
    // two of them break even at 50 µs, save 10 % of 65 µs and 30 % of 130. Where the thread is still awake they save 45 % of any of these.
    private const double OperationsPerThread = 1 << 19;

    public static LossKernel Run(LossKernel kernel) =>
        kernel with { PositionsPerThread = (int)Math.Ceiling(OperationsPerThread / WorkEstimate.OperationsPerPosition(kernel)) };
}

using LossGen.Generator.Kernel.Drivers;
using LossGen.Generator.Lowering.Scheduling.Decisions;

namespace LossGen.Generator.Lowering.Drivers;

/// <summary>Determines from how many positions on a thread is worth waking: as many as take <see cref="OperationsPerThread"/> operations.</summary>
internal static class ShareAmongThreads
{
    /// <param name="isAskedFor">Whether the declaration lets a call use several threads.</param>
    public static DriverPass PassFor(bool isAskedFor) => new(nameof(ShareAmongThreads), "runs a large input on several threads", driver => isAskedFor ? Run(driver) : driver);

    // 25 to 35 µs on a machine of 2025 with vectors of 512 bits. There, waking a sleeping thread costs the caller 10 µs, and the thread starts 30 µs
    // late: two of them break even at 50 µs, save 10 % of 65 µs and 30 % of 130. If the thread is still awake, they save 45 % of any of these.
    private const double OperationsPerThread = 1 << 19;

    private static Driver Run(Driver driver) => driver.WhereLarge(large => large with
    {
        PositionsPerThread = (int)Math.Ceiling(OperationsPerThread / WorkEstimate.OperationsPerPosition(driver.Main.Kernel)),
    });
}

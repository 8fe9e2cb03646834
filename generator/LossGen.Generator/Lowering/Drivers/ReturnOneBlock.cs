using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;

namespace LossGen.Generator.Lowering.Drivers;

/// <summary>Calls the main version once where one block holds all positions: a small input waits for nothing that several blocks need.</summary>
internal static class ReturnOneBlock
{
    public static DriverPass PassFor(DriverBuilder builder) => new(nameof(ReturnOneBlock), "calls a kernel once where one block holds all positions", driver => Run(driver, builder));

    // Filling a tile, leaving several sums or leaving out locations takes longer than what is saved.
    private static Driver Run(Driver driver, DriverBuilder builder) => driver is { LeavesSums: false, Ignored: null, Main.ScratchBytes: 0 }
        ? driver.BeforeBlocks(new ReturnWhereOneBlock(builder.Run(driver.Main.Kernel, VersionRole.Main, Expr.Position(0), DriverBuilder.Count)))
        : driver;
}

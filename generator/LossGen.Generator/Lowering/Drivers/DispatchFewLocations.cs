using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;

namespace LossGen.Generator.Lowering.Drivers;

/// <summary>Runs the version for a few locations if there are no more: one block, from the first location to the last.</summary>
internal static class DispatchFewLocations
{
    /// <summary>Up to this many locations it takes less time: measured at 10 classes.</summary>
    public const int Most = 6;

    public static DriverPass PassFor(DriverBuilder builder) => new(nameof(DispatchFewLocations), "runs the version for a few locations where there are no more", driver => Run(driver, builder));

    private static Driver Run(Driver driver, DriverBuilder builder) => driver.FewLocations is { } few
        ? driver.BeforeBlocks(new ReturnWhereFew(Most, builder.Run(few.Kernel, VersionRole.FewLocations, Expr.Position(0), DriverBuilder.Count)))
        : driver;
}

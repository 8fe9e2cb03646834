
namespace LossGen.Generator.Lowering.Drivers;

/// <summary>
/// Runs kernels over the runs of neighbouring locations whose label is not ignored, block by block, or over copies of these brought together where that fills a tile: what is
/// ignored is never read, and kernels are those of a loss that ignores nothing.
/// </summary>
internal static class SkipIgnored
{
    public static DriverPass PassFor(DriverBuilder builder) =>
        new(nameof(SkipIgnored), "leaves out locations whose label is ignored", driver => driver with { Ignored = builder.IgnoredBy(driver) });
}

using LossGen.Generator.Kernel.Drivers;
using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>
/// Finds kernels of one loss that would not give the same bits: a kernel with its own schedule, kernels for few locations in only some members,
/// blocks that cut groups.
/// </summary>
internal static class UnitVerifier
{
    /// <summary>Throws if kernels disagree: a defect of the compiler, never of a declaration.</summary>
    public static void Require(LossUnit unit)
    {
        IReadOnlyList<string> problems = Check(unit);
        if (problems.Count > 0)
        {
            throw new InvalidOperationException($"The kernels of {unit.Type.SimpleName} would differ: {string.Join("; ", problems)}.");
        }
    }

    public static IReadOnlyList<string> Check(LossUnit unit)
    {
        List<string> problems = [];
        if (unit is { Positions: LoopRole.Locations, Schedule: { Many.GroupSize: { } size, BlockSize: var block } } && block % size > 0)
        {
            problems.Add($"blocks of {InvariantText.Number(block)} cut groups of {InvariantText.Number(size)}");
        }

        foreach (Driver driver in unit.Drivers)
        {
            if (driver.FewLocations is null == unit.Schedule.HasFewLocations)
            {
                problems.Add($"{driver.Name} has {(driver.FewLocations is null ? "no" : "a")} kernel for few locations");
            }

            problems.AddRange(driver.Versions.SelectMany(static version => version.All)
                .Where(kernel => kernel.Schedule != unit.Schedule.Of(kernel))
                .Select(kernel => $"{kernel.Name} for {InvariantText.Number((int)kernel.Request.Vectors)} bits has a schedule of its own, {kernel.Schedule}"));
        }

        return problems;
    }
}

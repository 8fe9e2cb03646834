using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Drivers;

/// <summary>
/// Gives a version that the runtime library runs a type that holds its arguments: a version that has to be lent memory, one that runs over large
/// inputs, and one that leaves out locations. Lends memory to the blocks where each leaves several sums. Leaves every run as it prints.
/// </summary>
internal static class BindKernels
{
    public static DriverPass PassFor(DriverBuilder builder) => new(nameof(BindKernels), "makes a type for what the runtime library runs", driver => Run(driver, builder));

    private static Driver Run(Driver driver, DriverBuilder builder)
    {
        bool isLarge = driver.Steps.Any(static step => step is ReturnWhereLarge);
        bool isStreamed = driver.Steps.Any(static step => step is ReturnWhereLarge { StreamedFrom: not null });
        List<BoundKernel> bound = [];
        if (isLarge || driver.Main.ScratchBytes > 0 || driver.Ignored is not null)
        {
            bound.Add(Bind(driver, driver.Main.Kernel, VersionRole.Main, isStreamed, builder));
        }

        if (driver.FewLocations is { } few && (few.ScratchBytes > 0 || driver.Ignored is not null))
        {
            bound.Add(Bind(driver, few.Kernel, VersionRole.FewLocations, isStreamed: false, builder));
        }

        return driver with { Bound = bound.ToEquatableArray(), Steps = Steps(driver, bound).ToEquatableArray() };
    }

    private static BoundKernel Bind(Driver driver, LossKernel kernel, VersionRole role, bool isStreamed, DriverBuilder builder)
    {
        HashSet<ParameterRole> roles = [.. kernel.Parameters.Select(static parameter => parameter.Role)];
        Variable[] scalars =
        [
            .. roles.Overlaps([ParameterRole.Samples, ParameterRole.Stride]) ? [DriverBuilder.Samples] : Array.Empty<Variable>(),
            .. DriverBuilder.FormulaParameters(kernel),
            .. DriverBuilder.Scales(kernel),
        ];
        IEnumerable<ReplacedInput> replaced =
            from gradient in kernel.Tensors
            from input in kernel.Tensors
            where isStreamed && gradient.MayReplace(input)
            select new ReplacedInput(input, gradient);
        return new BoundKernel(
            role,
            driver.Tensors.Where(tensor => kernel.Tensors.Contains(tensor)).ToEquatableArray(),
            scalars.ToEquatableArray(),
            replaced.ToEquatableArray(),
            builder.Run(kernel, role, DriverBuilder.Start, driver.Ignored is null ? DriverBuilder.End : DriverBuilder.KeptEnd));
    }

    private static IEnumerable<DriverStep> Steps(Driver driver, List<BoundKernel> bound)
    {
        bool mainIsBound = false;
        bool isLent = !driver.LeavesSums;
        foreach (DriverStep step in driver.Steps)
        {
            if (step is ReturnWhereLarge or RunBlocks && !isLent)
            {
                isLent = true;
                yield return new LendBlockSums();
            }

            if (step is ReturnWhereLarge or RunBlocks && !mainIsBound && bound.Any(static kernel => kernel.Role == VersionRole.Main))
            {
                mainIsBound = true;
                if (driver.Steps.Any(static each => each is ReturnWhereOneBlock))
                {
                    yield return new ContinueInMethod();
                }

                yield return new BindKernel(VersionRole.Main);
            }

            yield return step switch
            {
                ReturnWhereFew few => few with { Run = Lent(driver, few.Run) },
                RunBlocks blocks => blocks with { Run = Lent(driver, blocks.Run) },
                _ => step,
            };
        }
    }

    private static KernelRun Lent(Driver driver, KernelRun run) => run with { IsLent = driver.Version(run.Role).ScratchBytes > 0 || driver.Ignored is not null };
}

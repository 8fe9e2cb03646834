using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;
using LossGen.Inspection.Tracing;

namespace LossGen.Explain;

/// <summary>Says which of the options that choose a kernel a loss has no kernel for.</summary>
internal static class KernelOptions
{
    public static UsageException Refuse(UnknownKernelException unknown)
    {
        (LossUnit unit, KernelChoice choice) = (unknown.Unit, unknown.Choice);
        string loss = unit.Type.SimpleName;
        return new UsageException(CompilerTrace.DriverOf(unit, choice) is not Driver driver
            ? $"--member takes one of {string.Join(", ", unit.EntryPoints.Select(static member => member.Name).Concat(unit.Drivers.Select(static driver => driver.Name)).Distinct())} for {loss}, not '{choice.Member}'."
            : choice switch
            {
                { IsForFew: true, IsWide: true } => "--few and --bits 512: the kernel for a few locations exists only for 256 bits. Omit one of them.",
                { IsForFew: true } => $"--few: {loss} has no kernel for a few locations, as its kernels have no tiles to fill. Omit it.",
                _ => $"--bits 512: {driver.Name} of {loss} has no separate kernel for vectors of 512 bits, as it would be the same. Omit it.",
            });
    }
}

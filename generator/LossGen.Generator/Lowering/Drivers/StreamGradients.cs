using LossGen.Generator.Kernel;
using LossGen.Generator.Kernel.Drivers;
using LossGen.Generator.Lowering.Scheduling.Decisions;

namespace LossGen.Generator.Lowering.Drivers;

/// <summary>
/// Lets elementwise kernels that are bound by memory write large gradients past the caches: a line that is written whole need not be read first,
/// which saves a quarter of the traffic.
/// </summary>
internal static class StreamGradients
{
    public static DriverPass Pass { get; } = new(nameof(StreamGradients), "writes large gradients past the caches where the kernel waits for memory", Run);

    // Square and hinge losses have up to 25. With a logarithm, from 35 on, memory is not what a thread waits for, and such a store is slower.
    private const double MostOperationsPerVector = 32;

    // After as much output, and twice as much input, the last-level cache has evicted the start of the gradient. Measured: from 16 MiB on, a loss and
    // the next reader of its gradient take less time together; at 4 MiB, more.
    private const int LeastBytes = 16 << 20;

    private static Driver Run(Driver driver)
    {
        LossKernel kernel = driver.Main.Kernel;
        bool streams = kernel.Iteration is ElementwiseIteration
            && kernel.Tensors.Any(static tensor => tensor.IsOutput)
            && WorkEstimate.OperationsPerPosition(WithoutOthers(kernel)) * kernel.Schedule!.Lanes <= MostOperationsPerVector;
        return streams
            ? (driver with { Main = driver.Main with { Kernel = Marked(kernel) } }).WhereLarge(large => large with
            {
                StreamedFrom = LeastBytes / (kernel.Element == ScalarType.Double ? sizeof(double) : sizeof(float)),
                StreamedWhere = driver.IsShared ? new IsWanted(OutputParts.Gradient) : null,
            })
            : driver;
    }

    // Most calls ask for the first gradient alone.
    private static LossKernel WithoutOthers(LossKernel kernel) => kernel with
    {
        Body = kernel.Body.Exchange(static statement => statement is When { Condition: IsWanted { Part: OutputParts.OtherGradients } } ? [] : null),
    };

    // Not the kernel for wider vectors: bypassing the caches makes it slower, as more stores follow each other between two loads.
    private static LossKernel Marked(LossKernel kernel) => kernel with
    {
        Body = kernel.Body.Exchange(static statement => statement is Store { Value.Type.IsVector: true } store ? [store with { IsStreamed = true }] : null),
    };
}

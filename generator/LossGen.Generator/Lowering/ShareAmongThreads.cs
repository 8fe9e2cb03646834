using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Estimates how many positions of a kernel are worth a thread: as many as take <see cref="OperationsPerThread"/> operations, one on a vector counting
/// as one.
/// </summary>
internal static class ShareAmongThreads
{
    // About 25 µs on a machine of 2025 (softmax 21, Gaussian KL 20, binary cross-entropy 23, square 29). To wake a thread that sleeps costs the caller 10 µs,
    // and the thread is late by 30: two of them break even at 50 µs and save 40 % of 130 µs. Where the thread is still awake they save 40 % of 50 µs.
    private const double OperationsPerThread = 1 << 18;

    public static LossKernel Run(LossKernel kernel)
    {
        // All but a few positions are taken by the first loop, whose steps are the longest.
        Loop positions = kernel.Body.OfType<Loop>().First();
        return kernel with { PositionsPerThread = (int)Math.Ceiling(OperationsPerThread * positions.Step / positions.Body.Sum(statement => Operations(statement, kernel.Schedule!.GroupSize))) };
    }

    // A loop of unknown length inside another runs over a tile, or over next to nothing.
    private static double Operations(Stmt statement, int? groupSize) => statement is Loop loop
        ? loop.Body.Sum(inner => Operations(inner, groupSize)) * (loop.Length ?? groupSize ?? loop.Step) / loop.Step
        : 1 + statement.Expressions().SelectMany(static expr => expr.PostOrder()).Sum(Operations);

    // Positions are the processor's to add, along with loads and stores.
    private static double Operations(Expr expr) => expr switch
    {
        Apply apply when Kernel.Operations.Get(apply.Op).IsTranscendental => 20,
        Apply { Op: Op.Divide or Op.IndexQuotient or Op.IndexRemainder } => 4,
        Apply { Type.Scalar: ScalarType.Index } => 0,
        Apply or Load => 1,
        _ => 0,
    };
}

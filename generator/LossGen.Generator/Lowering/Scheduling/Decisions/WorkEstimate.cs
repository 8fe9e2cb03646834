using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Scheduling.Decisions;

/// <summary>
/// Estimates how long a kernel takes: its operations per position, where one on a vector counts as one. Right within a factor of 2, enough to tell
/// long from short.
/// </summary>
internal static class WorkEstimate
{
    // Moving an element into or out of a tile: a load, a store and three shuffles, for eight at a time.
    private const double Moved = 5.0 / 8.0;

    // A load from the caller's memory, or a store: large inputs come from beyond the nearest caches.
    private const double Transferred = 2;

    public static double OperationsPerPosition(LossKernel kernel)
    {
        // The first loop, whose steps are the longest, covers all but a few positions.
        Loop positions = kernel.Body.OfType<Loop>().First();
        return positions.Body.Sum(statement => Operations(statement, positions.Step)) / positions.Step;
    }

    // If a loop's length depends on the loop around it, it runs over what one step of that loop takes.
    private static double Operations(Stmt statement, int around) => statement switch
    {
        Loop loop => loop.Body.Sum(inner => Operations(inner, loop.Step)) * (loop.Length ?? around) / loop.Step,
        When guarded => guarded.Body.Sum(inner => Operations(inner, around)),
        MoveTile move => Moved * move.Classes * around,
        Store { Tensor.IsScratch: false } store => Transferred + store.Index.PostOrder().Concat(store.Value.PostOrder()).Sum(Operations),
        _ => 1 + statement.Expressions().SelectMany(static expr => expr.PostOrder()).Sum(Operations),
    };

    // The processor computes positions as part of loads and stores.
    private static double Operations(Expr expr) => expr switch
    {
        Apply { Type.Scalar: ScalarType.Index, Op: not (Op.IndexQuotient or Op.IndexRemainder or Op.Divide) } => 0,
        Apply apply => Kernel.Operations.Work(apply.Op),
        Load { Tensor.IsScratch: false } => Transferred,
        Load => 1,
        _ => 0,
    };
}

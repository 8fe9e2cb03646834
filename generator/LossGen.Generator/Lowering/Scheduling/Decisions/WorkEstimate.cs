using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Scheduling.Decisions;

/// <summary>Estimates how long a kernel takes: its operations a position, one on a vector counting as one. Right within a factor of 2, which is enough to tell long from short.</summary>
internal static class WorkEstimate
{
    // An element into a tile or out of it: a load, a store and three shuffles, of eight at a time.
    private const double Moved = 5.0 / 8.0;

    // A load from the caller's memory, or a store: large inputs come from behind the nearest caches.
    private const double Transferred = 2;

    public static double OperationsPerPosition(LossKernel kernel)
    {
        // All but a few positions are taken by the first loop, whose steps are the longest.
        Loop positions = kernel.Body.OfType<Loop>().First();
        return positions.Body.Sum(statement => Operations(statement, positions.Step)) / positions.Step;
    }

    // Of a loop whose length depends on where it stands, it is the step of the loop around it: it goes through what that takes at once.
    private static double Operations(Stmt statement, int around) => statement switch
    {
        Loop loop => loop.Body.Sum(inner => Operations(inner, loop.Step)) * (loop.Length ?? around) / loop.Step,
        When guarded => guarded.Body.Sum(inner => Operations(inner, around)),
        MoveTile move => Moved * move.Classes * around,
        Store { Tensor.IsScratch: false } store => Transferred + store.Index.PostOrder().Concat(store.Value.PostOrder()).Sum(Operations),
        _ => 1 + statement.Expressions().SelectMany(static expr => expr.PostOrder()).Sum(Operations),
    };

    // Positions are the processor's to add, along with loads and stores.
    private static double Operations(Expr expr) => expr switch
    {
        Apply apply when Kernel.Operations.Get(apply.Op).IsTranscendental => 20,
        Apply { Op: Op.Divide or Op.IndexQuotient or Op.IndexRemainder } => 4,
        Apply { Type.Scalar: ScalarType.Index } => 0,
        Load { Tensor.IsScratch: false } => Transferred,
        Apply or Load => 1,
        _ => 0,
    };
}

using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Memory;

/// <summary>
/// Prefetches the next row of an input, or the next group's, while the exponentials of this one are computed: before them the row's maximum has to be
/// known, so a kernel would wait for the row, while memory had been idle until then.
/// </summary>
/// <remarks>Rows already in a cache lose nothing: what is prefetched is there.</remarks>
internal static class PrefetchRows
{
    public static Pass Pass { get; } = new(nameof(PrefetchRows), "prefetches the next row of an input while there is much to compute for this one", Run)
    {
        Forbids = NodeSet.PendingLanes | NodeSet.PendingCopies,
        Introduces = NodeSet.Prefetches,
    };

    private const int LineBytes = 64;

    public static LossKernel Run(LossKernel kernel)
    {
        // Beside loops over pairs, the time that a row takes to arrive does not matter; within them, it would be prefetched for every first class.
        if (kernel is not { Request.ForFewLocations: false, Schedule: { VectorLoop: LoopRole.Classes } schedule, Iteration: ClassAxisIteration axis }
            || kernel.Body.AllStatements().Any(static statement => statement is Loop { Role: LoopRole.Pairs }))
        {
            return kernel;
        }

        Tensor[] inputs = [.. kernel.Tensors.Where(static tensor => tensor is { Role: TensorRole.Input, Layout: TensorLayout.Elements })];
        int ahead = axis.Classes * (schedule.GroupSize ?? 1);
        return kernel with
        {
            Body = kernel.Body.Exchange(s => s is Loop { Role: LoopRole.Classes } loop && loop.Contents.Overlaps(NodeSet.Transcendentals) ? [WithPrefetches(loop, inputs, ahead)] : null),
        };
    }

    // One prefetch for each cache line that a step reads, so none for a smaller step.
    private static Loop WithPrefetches(Loop loop, Tensor[] inputs, int ahead)
    {
        Load? read = loop.Body.Nodes(NodeSet.Loads).Cast<Load>().FirstOrDefault(load => inputs.Contains(load.Tensor) && load.Type.IsVector);
        if (read is null)
        {
            return loop;
        }

        int perLine = LineBytes / (read.Tensor.ElementType.Bits / 8);
        IEnumerable<Stmt> prefetches =
            from line in Enumerable.Range(0, loop.Step / perLine)
            from input in inputs
            select new PrefetchElement(input, read.Index + Expr.Position(ahead + (line * perLine)), MayBePastEnd: true);
        return loop with { Body = prefetches.Concat(loop.Body).ToEquatableArray() };
    }
}

using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Printing;

/// <summary>Turns an accumulator into a mutable local before its loop, and accumulating into an assignment to it.</summary>
internal static class MaterialiseAccumulators
{
    public static Pass Pass { get; } = new(nameof(MaterialiseAccumulators), "makes accumulators mutable locals", Run)
    {
        Forbids = NodeSet.PendingLanes | NodeSet.PendingCopies,
        Eliminates = NodeSet.Accumulators,
        Introduces = NodeSet.Assignments,
    };

    public static LossKernel Run(LossKernel kernel) => kernel with
    {
        Body = kernel.Body.Exchange(static statement => statement is Loop { Accumulators.Count: > 0 } loop ? Materialised(loop) : null),
    };

    private static IEnumerable<Stmt> Materialised(Loop loop)
    {
        Dictionary<string, Accumulator> carried = loop.Accumulators.ToDictionary(static a => a.Result.Name);
        EquatableArray<Stmt> body = loop.Body.Mapped(s => s is Accumulate a ? Assigned(carried[a.Accumulator], a.Term) : s);
        return loop.Accumulators
            .Select(static a => (Stmt)new Declare(a.Result, a.Start, IsMutable: true))
            .Append(loop with { Accumulators = default, Body = body });
    }

    private static Assign Assigned(Accumulator accumulator, Expr term) =>
        new(accumulator.Result, accumulator.Reduction.Accumulate(accumulator.Result, term));
}

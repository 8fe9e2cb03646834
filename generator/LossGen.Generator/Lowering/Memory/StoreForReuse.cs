using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Memory.Reuse;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Memory;

/// <summary>
/// If several loops over a location's classes need the same costly value, the first stores it and the others read it back: one exponential per class,
/// however many sums and gradients are made of it. It stands where a gradient will, or in the kernel's own memory.
/// </summary>
/// <remarks>What is read back has the bits of what would be computed again, so a value is the same whatever else a kernel computes.</remarks>
internal static class StoreForReuse
{
    public static Pass Pass { get; } = new(nameof(StoreForReuse), "stores a costly value that several loops need, to be read back", Run)
    {
        Forbids = NodeSet.OnClassAxis,
    };

    public static LossKernel Run(LossKernel kernel)
    {
        if (kernel.Iteration is not ClassAxisIteration axis)
        {
            return kernel;
        }

        Places places = new(kernel, axis);
        LoopWork work = new(axis.ClassIndex, kernel.Element);
        EquatableArray<Stmt> body = kernel.Body.MapBlocks(block => Reuse(block, places, work));
        return kernel with { Body = body, Scratch = kernel.Scratch.Concat(places.Given).ToEquatableArray() };
    }

    // The value that saves most comes first: with it, what is computed from it may have become cheap.
    private static EquatableArray<Stmt> Reuse(EquatableArray<Stmt> block, Places places, LoopWork work)
    {
        if (block.Count(static statement => statement is Loop { Role: LoopRole.Classes }) < 2)
        {
            return block;
        }

        foreach (Repeated value in Repeated.In(block, work))
        {
            if (places.For(value, block) is { } place)
            {
                return Reuse(value.StoredAt(place, block).ToEquatableArray(), places, work);
            }
        }

        return places.WithPositions(block);
    }
}

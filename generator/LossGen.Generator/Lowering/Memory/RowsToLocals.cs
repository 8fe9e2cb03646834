using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Memory;

/// <summary>Turns a row that is written in one place, whole, and later read as it was written, into a local: no memory is needed.</summary>
internal static class RowsToLocals
{
    public static Pass Pass { get; } = new(nameof(RowsToLocals), "keeps what one vector leaves for another out of memory", Run)
    {
        Forbids = NodeSet.PendingLanes | NodeSet.PendingCopies,
    };

    public static LossKernel Run(LossKernel kernel)
    {
        Names names = Names.Of(kernel);
        foreach (Scratch scratch in kernel.Scratch.Where(static s => s.Tensor.Layout == TensorLayout.TileLocations))
        {
            List<Store> stores = [.. kernel.Body.AllStatements().OfType<Store>().Where(store => store.Tensor == scratch.Tensor)];
            if (stores.Count == 0 || stores.Any(static store => store.Index is not Constant))
            {
                continue;
            }

            HashSet<Load> loads = [.. kernel.Body.Nodes(NodeSet.Loads).Cast<Load>().Where(load => load.Tensor == scratch.Tensor)];
            if (stores.Count == 1 && loads.All(load => load.Index == stores[0].Index && load.Type == stores[0].Value.Type))
            {
                Variable local = new(names.Fresh(scratch.Tensor.Name), stores[0].Value.Type);
                kernel = kernel with
                {
                    Scratch = kernel.Scratch.Where(s => s != scratch).ToEquatableArray(),
                    Body = kernel.Body
                        .Rewrite(NodeSet.Loads, part => part is Load load && loads.Contains(load) ? local : part)
                        .Exchange(s => s is Store store && store.Tensor == scratch.Tensor ? [new Declare(local, store.Value)] : null),
                };
            }
        }

        return kernel;
    }
}

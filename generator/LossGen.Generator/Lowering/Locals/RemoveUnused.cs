using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Locals;

/// <summary>Removes locals that nothing reads.</summary>
internal static class RemoveUnused
{
    public static Pass Pass { get; } = new(nameof(RemoveUnused), "removes locals that nothing reads", Run)
    {
        Forbids = NodeSet.Mathematics,
    };

    public static LossKernel Run(LossKernel kernel)
    {
        // What only an unused local reads is unused once that local is gone.
        while (true)
        {
            HashSet<Variable> read = kernel.Body.Read();
            if (kernel.Body.AllStatements().OfType<Declare>().All(declare => read.Contains(declare.Variable)))
            {
                return kernel;
            }

            kernel = kernel with { Body = kernel.Body.Exchange(statement => statement is Declare declare && !read.Contains(declare.Variable) ? [] : null) };
        }
    }
}

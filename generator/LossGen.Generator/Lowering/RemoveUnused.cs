using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering;

/// <summary>Leaves out locals that nobody reads.</summary>
internal static class RemoveUnused
{
    public static LossKernel Run(LossKernel kernel)
    {
        // What only an unused local reads is unused once that is gone.
        while (true)
        {
            HashSet<string> read = [.. kernel.Body.AllExpressions().Nodes(NodeSet.Variables).Select(static variable => ((Variable)variable).Name)];
            if (kernel.Body.AllStatements().OfType<Declare>().All(declare => read.Contains(declare.Variable.Name)))
            {
                return kernel;
            }

            kernel = kernel with { Body = kernel.Body.Exchange(statement => statement is Declare declare && !read.Contains(declare.Variable.Name) ? [] : null) };
        }
    }
}

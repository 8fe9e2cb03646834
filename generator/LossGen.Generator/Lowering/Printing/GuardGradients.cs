using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Printing;

/// <summary>
/// Writes a gradient that the caller may omit only if it was given, and computes only then what nothing else needs: one kernel serves every choice of
/// gradients. The stores of one step are adjacent, so that a step tests once.
/// </summary>
internal static class GuardGradients
{
    public static Pass Pass { get; } = new(nameof(GuardGradients), "writes a gradient, and computes what it alone needs, only where the caller asks for it", Run)
    {
        Forbids = NodeSet.Accumulators,
        Introduces = NodeSet.Conditionals,
    };

    public static LossKernel Run(LossKernel kernel) => kernel.Tensors.Any(static tensor => tensor.IsOptional)
        ? kernel with { Body = kernel.Body.MapBlocks(Guarded) }
        : kernel;

    private static EquatableArray<Stmt> Guarded(EquatableArray<Stmt> block)
    {
        List<Stmt> statements = [.. block];
        Dictionary<Stmt, HashSet<Variable>> read = new(ReferenceEquality.Instance);
        foreach (Stmt statement in block)
        {
            read[statement] = new[] { statement }.Read();
        }

        foreach (Tensor gradient in block.Select(Written).OfType<Tensor>().Where(static tensor => tensor.IsOptional).Distinct().ToList())
        {
            HashSet<Stmt> moved = new(statements.Where(statement => Written(statement) == gradient), ReferenceEquality.Instance);
            Stmt last = statements.Last(moved.Contains);

            // From the last to the first, so that the readers of a local are known before the local is visited.
            for (int i = statements.Count - 1; i >= 0; i--)
            {
                if (statements[i] is Declare { IsMutable: false } declare && !declare.Value.Contents.Overlaps(NodeSet.Loads) && statements.Where(reader => read[reader].Contains(declare.Variable)).All(moved.Contains))
                {
                    moved.Add(declare);
                }
            }

            When guarded = new(new IsGiven(gradient), statements.Where(moved.Contains).ToEquatableArray());
            read[guarded] = new[] { guarded }.Read();
            statements = [.. statements.Where(statement => ReferenceEquals(statement, last) || !moved.Contains(statement)).Select(statement => ReferenceEquals(statement, last) ? guarded : statement)];
        }

        return statements.ToEquatableArray();
    }

    private static Tensor? Written(Stmt statement) => (statement as Store)?.Tensor ?? (statement as MoveTile)?.Destination;

    // Equal statements may occur in one block; they are told apart by reference.
    private sealed class ReferenceEquality : IEqualityComparer<Stmt>
    {
        public static ReferenceEquality Instance { get; } = new();

        public bool Equals(Stmt x, Stmt y) => ReferenceEquals(x, y);

        public int GetHashCode(Stmt statement) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(statement);
    }
}

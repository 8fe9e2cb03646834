using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Printing.Outputs;

/// <summary>
/// Which parts of a kernel's outputs depend on each of its variables and memories, and so on each statement. A gradient's tile in its input's place counts as memory of
/// its own: no element of the input is read after its gradient was written.
/// </summary>
internal sealed class OutputDemand
{
    private readonly int firstGradient;
    private readonly Dictionary<string, OutputParts> variables = new(StringComparer.Ordinal);
    private readonly Dictionary<Tensor, OutputParts> memory = [];
    private bool hasChanged;

    private OutputDemand(LossKernel kernel)
    {
        firstGradient = kernel.Tensors.First(static tensor => tensor.Role == TensorRole.Gradient).Number;
    }

    /// <summary>Whether the value is computed without what the callers' gradients hold, so that there need not be any.</summary>
    public bool ValueIsIndependent => !memory.Any(static pair => pair.Key.IsOutput && !pair.Key.IsScratch && (pair.Value & OutputParts.Value) != 0);

    public static OutputDemand Of(LossKernel kernel)
    {
        OutputDemand demand = new(kernel);
        (Stmt Statement, List<Expr> Read)[] statements = [.. kernel.Body.AllStatements().Select(static statement => (statement, statement.Expressions().Nodes(NodeSet.Variables | NodeSet.Loads)))];
        do
        {
            demand.hasChanged = false;

            // Backwards, as most variables are read after they are declared.
            for (int i = statements.Length - 1; i >= 0; i--)
            {
                demand.Visit(statements[i].Statement, statements[i].Read);
            }
        }
        while (demand.hasChanged);

        return demand;
    }

    /// <summary>The parts that depend on what a statement does.</summary>
    public OutputParts Of(Stmt statement) => statement switch
    {
        Declare declare => Of(declare.Variable),
        Assign assign => Of(assign.Variable),
        Store store => Of(store.Tensor),
        MoveTile move => Of(move.Destination),
        Prefetch { Tensor.IsOutput: true } prefetch => Of(prefetch.Tensor),
        PrefetchElement { Tensor.IsOutput: true } prefetch => Of(prefetch.Tensor),
        Prefetch or PrefetchElement => OutputParts.None,
        Return or StoreSum => OutputParts.Value,
        Loop or When => statement.Inner().Aggregate(OutputParts.None, (all, inner) => all | Of(inner)),
        _ => throw new InvalidOperationException($"{statement} is not printable."),
    };

    private OutputParts Of(Variable variable) => variables.TryGetValue(variable.Name, out OutputParts parts) ? parts : OutputParts.None;

    private OutputParts Of(Tensor written) => written switch
    {
        { IsScratch: true } => memory.TryGetValue(written, out OutputParts parts) ? parts : OutputParts.None,
        { Role: TensorRole.Gradient } => written.Number == firstGradient ? OutputParts.Gradient : OutputParts.OtherGradients,
        _ => OutputParts.Value | OutputParts.Gradient,
    };

    private void Visit(Stmt statement, List<Expr> read)
    {
        OutputParts parts = Of(statement);
        if (statement is MoveTile move)
        {
            Add(memory, move.Source, parts);
        }

        foreach (Expr part in read)
        {
            if (part is Variable variable)
            {
                Add(variables, variable.Name, parts);
            }
            else if (part is Load load)
            {
                Add(memory, load.Tensor, parts);
            }
        }
    }

    private void Add<TKey>(Dictionary<TKey, OutputParts> demands, TKey key, OutputParts parts)
        where TKey : notnull
    {
        OutputParts known = demands.TryGetValue(key, out OutputParts found) ? found : OutputParts.None;
        if ((known | parts) != known)
        {
            demands[key] = known | parts;
            hasChanged = true;
        }
    }
}

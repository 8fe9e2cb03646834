using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>Walks statements; apart from <see cref="BlockRewriting"/> and the printers, the only place that lists their kinds.</summary>
internal static class Blocks
{
    /// <summary>The statement's own expressions, not those of a loop's body.</summary>
    public static List<Expr> Expressions(this Stmt statement)
    {
        List<Expr> expressions = [];
        statement.ForEachExpression(expressions.Add);
        return expressions;
    }

    /// <summary>Calls an action for each of the statement's own expressions.</summary>
    public static void ForEachExpression(this Stmt statement, Action<Expr> act)
    {
        switch (statement)
        {
            case Declare declare:
                act(declare.Value);
                break;
            case Assign assign:
                act(assign.Value);
                break;
            case Store store:
                act(store.Index);
                act(store.Value);
                break;
            case Accumulate accumulate:
                act(accumulate.Term);
                break;
            case Return result:
                act(result.Value);
                break;
            case StoreSum sum:
                act(sum.Value);
                break;
            case MoveTile move:
                act(move.Stride);
                act(move.From);
                act(move.To);
                break;
            case Prefetch prefetch:
                act(prefetch.Stride);
                act(prefetch.From);
                break;
            case PrefetchElement prefetch:
                act(prefetch.Index);
                break;
            case When guarded:
                act(guarded.Condition);
                break;
            case Loop loop:
                act(loop.From);
                act(loop.To);
                foreach (Accumulator accumulator in loop.Accumulators)
                {
                    if (accumulator.Initial is { } initial)
                    {
                        act(initial);
                    }
                }

                break;
            default:
                throw new InvalidOperationException($"Unknown statement {statement.GetType().Name}.");
        }
    }

    /// <summary>The expressions of a block and of every block below it, in order.</summary>
    public static List<Expr> AllExpressions(this EquatableArray<Stmt> block) => Expressions(block.AllStatements());

    /// <summary>The expressions of statements and of every block below them, in order.</summary>
    public static List<Expr> AllExpressions(this IEnumerable<Stmt> statements)
    {
        List<Stmt> all = [];
        foreach (Stmt statement in statements)
        {
            Collect(statement, all);
        }

        return Expressions(all);
    }

    /// <summary>The statements of a block and of every block below it, in order.</summary>
    public static List<Stmt> AllStatements(this EquatableArray<Stmt> block)
    {
        List<Stmt> all = [];
        Collect(block, all);
        return all;
    }

    /// <summary>The value that <see cref="Stmt.Contents"/> caches.</summary>
    public static NodeSet FindContents(Stmt statement)
    {
        NodeSet contents = Kind(statement);
        statement.ForEachExpression(expr => contents |= expr.Contents);
        foreach (Stmt inner in statement.Inner())
        {
            contents |= inner.Contents;
        }

        return contents;
    }

    /// <summary>Whether a block, or one below it, contains a node of the given kinds.</summary>
    public static bool Contain(this EquatableArray<Stmt> block, NodeSet kinds) => block.Any(statement => statement.Contents.Overlaps(kinds));

    /// <summary>The nodes of the given kinds in a block and in every block below it, in order.</summary>
    public static List<Expr> Nodes(this EquatableArray<Stmt> block, NodeSet kinds) => block.Contain(kinds) ? block.AllExpressions().Nodes(kinds) : [];

    /// <summary>The block below a statement; empty if there is none.</summary>
    public static EquatableArray<Stmt> Inner(this Stmt statement) => statement switch
    {
        Loop loop => loop.Body,
        When guarded => guarded.Body,
        _ => default,
    };

    /// <summary>The variables that statements and those below them read.</summary>
    public static HashSet<Variable> Read(this IEnumerable<Stmt> block) => [.. block.AllExpressions().Nodes(NodeSet.Variables).Cast<Variable>()];

    /// <summary>The variables that a statement declares in its block.</summary>
    public static IEnumerable<Variable> Declared(this Stmt statement) => statement switch
    {
        Declare declare => [declare.Variable],
        Loop loop => loop.Accumulators.Select(static accumulator => accumulator.Result),
        _ => [],
    };

    private static NodeSet Kind(Stmt statement) => statement switch
    {
        Accumulate => NodeSet.Accumulators,
        Assign => NodeSet.Assignments,
        MoveTile => NodeSet.TileMoves,
        Prefetch or PrefetchElement => NodeSet.Prefetches,
        When => NodeSet.Conditionals,
        Store { IsStreamed: true } => NodeSet.StreamedStores,
        Loop loop => (loop.Accumulators.Count > 0 ? NodeSet.Accumulators : NodeSet.None)
            | (loop.Lanes > 1 ? NodeSet.PendingLanes : NodeSet.None)
            | (loop.Unroll > 1 ? NodeSet.PendingCopies : NodeSet.None),
        Declare or Store or Return or StoreSum => NodeSet.None,
        _ => throw new InvalidOperationException($"Unknown statement {statement.GetType().Name}."),
    };

    private static List<Expr> Expressions(List<Stmt> statements)
    {
        List<Expr> all = [];
        Action<Expr> add = all.Add;
        foreach (Stmt statement in statements)
        {
            statement.ForEachExpression(add);
        }

        return all;
    }

    private static void Collect(EquatableArray<Stmt> block, List<Stmt> all)
    {
        foreach (Stmt statement in block)
        {
            Collect(statement, all);
        }
    }

    private static void Collect(Stmt statement, List<Stmt> all)
    {
        all.Add(statement);
        Collect(statement.Inner(), all);
    }
}

using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>Walks and rewrites statements; like <see cref="Rewriting"/>, it keeps what stays as it is.</summary>
internal static class Blocks
{
    /// <summary>The statement's own expressions, not those of a loop's body.</summary>
    public static List<Expr> Expressions(this Stmt statement)
    {
        List<Expr> expressions = [];
        statement.ForEachExpression(expressions.Add);
        return expressions;
    }

    /// <summary>Does something with each of the statement's own expressions.</summary>
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

    /// <summary>What <see cref="Stmt.Contents"/> remembers.</summary>
    public static NodeSet FindContents(Stmt statement)
    {
        NodeSet contents = NodeSet.None;
        statement.ForEachExpression(expr => contents |= expr.Contents);
        if (statement is Loop loop)
        {
            foreach (Stmt inner in loop.Body)
            {
                contents |= inner.Contents;
            }
        }

        return contents;
    }

    /// <summary>Whether there is a node of some kinds in a block or one below it.</summary>
    public static bool Contain(this EquatableArray<Stmt> block, NodeSet kinds) => block.Any(statement => statement.Contents.Overlaps(kinds));

    /// <summary>The nodes of some kinds in a block and in every block below it, in order.</summary>
    public static List<Expr> Nodes(this EquatableArray<Stmt> block, NodeSet kinds) => block.Contain(kinds) ? block.AllExpressions().Nodes(kinds) : [];

    public static Stmt MapExpressions(this Stmt statement, Func<Expr, Expr> map) => statement switch
    {
        Declare declare => map(declare.Value) is var value && ReferenceEquals(value, declare.Value) ? declare : declare with { Value = value },
        Assign assign => map(assign.Value) is var value && ReferenceEquals(value, assign.Value) ? assign : assign with { Value = value },
        Store store => (map(store.Index), map(store.Value)) is var (index, value) && ReferenceEquals(index, store.Index) && ReferenceEquals(value, store.Value)
            ? store
            : store with { Index = index, Value = value },
        Accumulate accumulate => map(accumulate.Term) is var term && ReferenceEquals(term, accumulate.Term) ? accumulate : accumulate with { Term = term },
        PrefetchElement prefetch => prefetch with { Index = map(prefetch.Index) },
        Prefetch prefetch => prefetch with { Stride = map(prefetch.Stride), From = map(prefetch.From) },
        MoveTile move => move with { Stride = map(move.Stride), From = map(move.From), To = map(move.To) },
        When guarded => map(guarded.Condition) is var condition && ReferenceEquals(condition, guarded.Condition) ? guarded : guarded with { Condition = condition },
        Return result => map(result.Value) is var value && ReferenceEquals(value, result.Value) ? result : new Return(value),
        Loop loop => (map(loop.From), map(loop.To), loop.Accumulators.MapInitial(map)) is var (from, to, accumulators)
            && ReferenceEquals(from, loop.From) && ReferenceEquals(to, loop.To) && accumulators.IsSameAs(loop.Accumulators)
                ? loop
                : loop with { From = from, To = to, Accumulators = accumulators },
        _ => throw new InvalidOperationException($"Unknown statement {statement.GetType().Name}."),
    };

    /// <summary>Maps the expressions of a block and of every block below it.</summary>
    public static EquatableArray<Stmt> MapAllExpressions(this EquatableArray<Stmt> block, Func<Expr, Expr> map)
    {
        // One delegate for all blocks.
        Func<Stmt, Stmt> down = null!;
        down = statement => statement.MapExpressions(map).MapInner(inner => inner.Mapped(down));
        return block.Mapped(down);
    }

    /// <summary>Maps the expressions of a statement and of every block below it.</summary>
    public static Stmt MapAllExpressions(this Stmt statement, Func<Expr, Expr> map) =>
        statement.MapExpressions(map).MapInner(inner => inner.MapAllExpressions(map));

    /// <summary>Maps each block, the innermost first.</summary>
    public static EquatableArray<Stmt> MapBlocks(this EquatableArray<Stmt> block, Func<EquatableArray<Stmt>, EquatableArray<Stmt>> map) =>
        map(block.Mapped(statement => statement.MapInner(inner => inner.MapBlocks(map))));

    /// <summary>Rewrites, bottom-up, the expressions that hold a node of some kinds, in a block and in every block below it.</summary>
    public static EquatableArray<Stmt> Rewrite(this EquatableArray<Stmt> block, NodeSet kinds, Func<Expr, Expr> rewrite)
    {
        Func<Expr, Expr> map = Rewriting.BottomUp(kinds, rewrite);
        Func<Stmt, Stmt> down = null!;
        down = statement => !statement.Contents.Overlaps(kinds) ? statement
            : statement.MapExpressions(map) is var mapped && mapped is Loop loop ? loop.WithBody(loop.Body.Mapped(down))
            : mapped;
        return block.Mapped(down);
    }

    /// <summary>Puts other statements for some, those of inner blocks first; null leaves one as it is.</summary>
    public static EquatableArray<Stmt> Exchange(this EquatableArray<Stmt> block, Func<Stmt, IEnumerable<Stmt>?> exchange) =>
        block.MapBlocks(inner => inner.ExchangeHere(exchange));

    /// <summary>Puts other statements for some of this block; null leaves one as it is.</summary>
    public static EquatableArray<Stmt> ExchangeHere(this EquatableArray<Stmt> block, Func<Stmt, IEnumerable<Stmt>?> exchange)
    {
        List<Stmt>? exchanged = null;
        for (int i = 0; i < block.Count; i++)
        {
            IEnumerable<Stmt>? others = exchange(block[i]);
            if (others is not null && exchanged is null)
            {
                exchanged = [.. block.Take(i)];
            }

            if (others is null)
            {
                exchanged?.Add(block[i]);
            }
            else
            {
                exchanged!.AddRange(others);
            }
        }

        return exchanged?.ToEquatableArray() ?? block;
    }

    /// <summary>The block below a statement; empty where it has none.</summary>
    public static EquatableArray<Stmt> Inner(this Stmt statement) => statement switch
    {
        Loop loop => loop.Body,
        When guarded => guarded.Body,
        _ => default,
    };

    /// <summary>Maps the block below a statement; one without stays as it is.</summary>
    public static Stmt MapInner(this Stmt statement, Func<EquatableArray<Stmt>, EquatableArray<Stmt>> map) => statement switch
    {
        Loop loop => loop.WithBody(map(loop.Body)),
        When guarded => map(guarded.Body) is var body && body.IsSameAs(guarded.Body) ? guarded : guarded with { Body = body },
        _ => statement,
    };

    /// <summary>The variables that statements and those below them read.</summary>
    public static HashSet<Variable> Read(this IEnumerable<Stmt> block) => [.. block.AllExpressions().Nodes(NodeSet.Variables).Cast<Variable>()];

    /// <summary>The names a statement gives to variables of the block it stands in.</summary>
    public static IEnumerable<Variable> Declared(this Stmt statement) => statement switch
    {
        Declare declare => [declare.Variable],
        Loop loop => loop.Accumulators.Select(static accumulator => accumulator.Result),
        _ => [],
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

    private static EquatableArray<Accumulator> MapInitial(this EquatableArray<Accumulator> accumulators, Func<Expr, Expr> map) => accumulators.Mapped(accumulator =>
        accumulator.Initial is { } initial && map(initial) is var mapped && !ReferenceEquals(mapped, initial) ? accumulator with { Initial = mapped } : accumulator);

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

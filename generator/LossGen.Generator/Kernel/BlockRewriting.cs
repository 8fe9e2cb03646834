using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>Rewrites statements. As with expressions, whatever is unchanged remains the same object, whole blocks included.</summary>
internal static class BlockRewriting
{
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
        StoreSum sum => map(sum.Value) is var value && ReferenceEquals(value, sum.Value) ? sum : sum with { Value = value },
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

    /// <summary>Rewrites, bottom-up, the expressions that contain a node of the given kinds, in a block and in every block below it.</summary>
    public static EquatableArray<Stmt> Rewrite(this EquatableArray<Stmt> block, NodeSet kinds, Func<Expr, Expr> rewrite)
    {
        Func<Expr, Expr> map = Rewriting.BottomUp(kinds, rewrite);
        Func<Stmt, Stmt> down = null!;
        down = statement => statement.Contents.Overlaps(kinds) ? statement.MapExpressions(map).MapInner(inner => inner.Mapped(down)) : statement;
        return block.Mapped(down);
    }

    /// <summary>Replaces some statements by others, those of inner blocks first; null keeps a statement.</summary>
    public static EquatableArray<Stmt> Exchange(this EquatableArray<Stmt> block, Func<Stmt, IEnumerable<Stmt>?> exchange) =>
        block.MapBlocks(inner => inner.ExchangeHere(exchange));

    /// <summary>Replaces some statements of this block by others; null keeps a statement.</summary>
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

    /// <summary>Maps the block below a statement; a statement without one is unchanged.</summary>
    public static Stmt MapInner(this Stmt statement, Func<EquatableArray<Stmt>, EquatableArray<Stmt>> map) => statement switch
    {
        Loop loop => loop.WithBody(map(loop.Body)),
        When guarded => map(guarded.Body) is var body && body.IsSameAs(guarded.Body) ? guarded : guarded with { Body = body },
        _ => statement,
    };

    private static EquatableArray<Accumulator> MapInitial(this EquatableArray<Accumulator> accumulators, Func<Expr, Expr> map) => accumulators.Mapped(accumulator =>
        accumulator.Initial is { } initial && map(initial) is var mapped && !ReferenceEquals(mapped, initial) ? accumulator with { Initial = mapped } : accumulator);
}

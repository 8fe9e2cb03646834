using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>
/// Walks and rewrites the IR; the only place besides printers that lists the kinds of nodes. What a rewriting leaves as it is stays the same
/// object: most passes change little, and equality of the same object costs nothing.
/// </summary>
internal static class Traversal
{
    public static IEnumerable<Expr> Children(this Expr expr) => expr switch
    {
        Load load => [load.Index],
        Apply apply => apply.Arguments,
        Named named => [named.Value],
        Within within => [within.Value],
        Derivative derivative => [derivative.Value, derivative.Input],
        AtLabel atLabel => [atLabel.Body],
        OverClasses over => [over.Body],
        LogSumExp logSumExp => [logSumExp.Body],
        Constant or Variable or ClassElement or IsLabel or IsGiven => [],
        _ => throw new InvalidOperationException($"Unknown expression {expr.GetType().Name}."),
    };

    public static Expr MapChildren(this Expr expr, Func<Expr, Expr> map) => expr switch
    {
        Load load => map(load.Index) is var index && ReferenceEquals(index, load.Index) ? load : load with { Index = index },
        Apply apply => Mapped(apply.Arguments, map) is { } arguments ? new Apply(apply.Op, arguments, apply.Type) : apply,
        Named named => map(named.Value) is var value && ReferenceEquals(value, named.Value) ? named : new Named(named.Name, value, named.Symbol),
        Within within => map(within.Value) is var value && ReferenceEquals(value, within.Value) ? within : within with { Value = value },
        Derivative derivative => new Derivative(map(derivative.Value), map(derivative.Input)),
        AtLabel atLabel => map(atLabel.Body) is var body && ReferenceEquals(body, atLabel.Body) ? atLabel : new AtLabel(body),
        OverClasses over => map(over.Body) is var body && ReferenceEquals(body, over.Body) ? over : new OverClasses(over.Reduction, body, over.ExceptLabel),
        LogSumExp logSumExp => map(logSumExp.Body) is var body && ReferenceEquals(body, logSumExp.Body) ? logSumExp : new LogSumExp(body),
        _ => expr,
    };

    // The mapped items; null where each is what it was.
    private static EquatableArray<T>? Mapped<T>(EquatableArray<T> items, Func<T, T> map)
        where T : class, IEquatable<T>
    {
        T[]? mapped = null;
        for (int i = 0; i < items.Count; i++)
        {
            T item = map(items[i]);
            if (mapped is null && !ReferenceEquals(item, items[i]))
            {
                mapped = [.. items];
            }

            if (mapped is not null)
            {
                mapped[i] = item;
            }
        }

        return mapped is null ? null : EquatableArray.Of(mapped);
    }

    /// <summary>Rewrites bottom-up: the children first, then the node made of them.</summary>
    public static Expr Rewrite(this Expr expr, Func<Expr, Expr> rewrite)
    {
        // One delegate for all nodes.
        Func<Expr, Expr> down = null!;
        down = node => rewrite(node.MapChildren(down));
        return down(expr);
    }

    /// <summary>Puts one expression for another, wherever it stands.</summary>
    public static Expr Replace(this Expr expr, Expr old, Expr replacement)
    {
        Func<Expr, Expr> down = null!;
        down = node => node == old ? replacement : node.MapChildren(down);
        return down(expr);
    }

    /// <summary>The expression and all below it, children before parents.</summary>
    public static IReadOnlyList<Expr> PostOrder(this Expr expr)
    {
        List<Expr> all = [];
        Collect(expr, all);
        return all;
    }

    public static bool Mentions(this Expr expr, Expr part) => expr == part || expr.AnyChild(child => child.Mentions(part));

    public static bool Mentions<T>(this Expr expr)
        where T : Expr => expr is T || expr.AnyChild(static child => child.Mentions<T>());

    // Most nodes are applications, whose arguments need no enumerator.
    private static void Collect(Expr expr, List<Expr> all)
    {
        if (expr is Apply apply)
        {
            for (int i = 0; i < apply.Arguments.Count; i++)
            {
                Collect(apply.Arguments[i], all);
            }
        }
        else
        {
            foreach (Expr child in expr.Children())
            {
                Collect(child, all);
            }
        }

        all.Add(expr);
    }

    private static bool AnyChild(this Expr expr, Func<Expr, bool> holds)
    {
        if (expr is not Apply apply)
        {
            return expr is not (Constant or Variable) && expr.Children().Any(holds);
        }

        for (int i = 0; i < apply.Arguments.Count; i++)
        {
            if (holds(apply.Arguments[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The expression without the names and bounds its author gave.</summary>
    public static Expr Unnamed(this Expr expr) => expr switch
    {
        Named named => named.Value.Unnamed(),
        Within within => within.Value.Unnamed(),
        _ => expr,
    };

    /// <summary>The statement's own expressions, not those of a loop's body.</summary>
    public static IEnumerable<Expr> Expressions(this Stmt statement) => statement switch
    {
        Declare declare => [declare.Value],
        Assign assign => [assign.Value],
        Store store => [store.Index, store.Value],
        Accumulate accumulate => [accumulate.Term],
        Return result => [result.Value],
        When guarded => [guarded.Condition],
        MoveTile move => [move.Stride, move.From, move.To],
        Prefetch prefetch => [prefetch.Stride, prefetch.From],
        PrefetchElement prefetch => [prefetch.Index],
        Loop loop => loop.Accumulators.Where(static a => a.Initial is not null).Select(static a => a.Initial!).Prepend(loop.To).Prepend(loop.From),
        _ => throw new InvalidOperationException($"Unknown statement {statement.GetType().Name}."),
    };

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
        When guarded => guarded with { Condition = map(guarded.Condition) },
        Return result => map(result.Value) is var value && ReferenceEquals(value, result.Value) ? result : new Return(value),
        Loop loop => loop with
        {
            From = map(loop.From),
            To = map(loop.To),
            Accumulators = Mapped(loop.Accumulators, accumulator => accumulator.Initial is { } initial ? accumulator with { Initial = map(initial) } : accumulator) ?? loop.Accumulators,
        },
        _ => throw new InvalidOperationException($"Unknown statement {statement.GetType().Name}."),
    };

    /// <summary>Maps the expressions of a block and of every block below it.</summary>
    public static EquatableArray<Stmt> MapAllExpressions(this EquatableArray<Stmt> block, Func<Expr, Expr> map) =>
        Mapped(block, statement => statement.MapAllExpressions(map)) ?? block;

    /// <summary>Maps the expressions of a statement and of every block below it.</summary>
    public static Stmt MapAllExpressions(this Stmt statement, Func<Expr, Expr> map) => statement.MapExpressions(map) switch
    {
        Loop loop => loop with { Body = loop.Body.MapAllExpressions(map) },
        When guarded => guarded with { Body = guarded.Body.MapAllExpressions(map) },
        var mapped => mapped,
    };

    /// <summary>Maps each block, the innermost first.</summary>
    public static EquatableArray<Stmt> MapBlocks(this EquatableArray<Stmt> block, Func<EquatableArray<Stmt>, IEnumerable<Stmt>> map) =>
        map(Mapped(block, statement => statement switch
        {
            Loop loop => loop with { Body = loop.Body.MapBlocks(map) },
            When guarded => guarded with { Body = guarded.Body.MapBlocks(map) },
            _ => statement,
        }) ?? block).ToEquatableArray();

    /// <summary>The statements of a block and of every block below it, in order.</summary>
    public static IEnumerable<Stmt> AllStatements(this IEnumerable<Stmt> block) =>
        block.SelectMany(static statement => statement.Inner().AllStatements().Prepend(statement));

    /// <summary>The block below a statement; empty where it has none.</summary>
    public static EquatableArray<Stmt> Inner(this Stmt statement) => statement switch
    {
        Loop loop => loop.Body,
        When guarded => guarded.Body,
        _ => default,
    };

    public static IEnumerable<Expr> AllExpressions(this IEnumerable<Stmt> block) =>
        block.AllStatements().SelectMany(Expressions);

    /// <summary>Whether the statement or one below it reads the variable.</summary>
    public static bool MentionsAnywhere(this Stmt statement, Variable variable) => new[] { statement }.AllExpressions().Any(e => e.Mentions(variable));

    /// <summary>The names a statement gives to variables of the block it stands in.</summary>
    public static IEnumerable<Variable> Declared(this Stmt statement) => statement switch
    {
        Declare declare => [declare.Variable],
        Loop loop => loop.Accumulators.Select(static accumulator => accumulator.Result),
        _ => [],
    };
}

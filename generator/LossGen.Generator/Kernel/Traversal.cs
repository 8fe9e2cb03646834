using LossGen.Generator.Model;

namespace LossGen.Generator.Kernel;

/// <summary>Walks and rewrites the IR; the only place besides printers that lists the kinds of nodes.</summary>
internal static class Traversal
{
    public static IEnumerable<Expr> Children(this Expr expr) => expr switch
    {
        Load load => [load.Index],
        Apply apply => apply.Arguments,
        Named named => [named.Value],
        Derivative derivative => [derivative.Value, derivative.Input],
        AtLabel atLabel => [atLabel.Body],
        OverClasses over => [over.Body],
        LogSumExp logSumExp => [logSumExp.Body],
        Constant or Variable or ClassElement or IsLabel => [],
        _ => throw new InvalidOperationException($"Unknown expression {expr.GetType().Name}."),
    };

    public static Expr MapChildren(this Expr expr, Func<Expr, Expr> map) => expr switch
    {
        Load load => load with { Index = map(load.Index) },
        Apply apply => apply with { Arguments = apply.Arguments.Select(map).ToEquatableArray() },
        Named named => new Named(named.Name, map(named.Value)),
        Derivative derivative => new Derivative(map(derivative.Value), map(derivative.Input)),
        AtLabel atLabel => new AtLabel(map(atLabel.Body)),
        OverClasses over => new OverClasses(over.Reduction, map(over.Body), over.ExceptLabel),
        LogSumExp logSumExp => new LogSumExp(map(logSumExp.Body)),
        _ => expr,
    };

    /// <summary>Rewrites bottom-up: the children first, then the node made of them.</summary>
    public static Expr Rewrite(this Expr expr, Func<Expr, Expr> rewrite) =>
        rewrite(expr.MapChildren(child => child.Rewrite(rewrite)));

    /// <summary>Puts one expression for another, wherever it stands.</summary>
    public static Expr Replace(this Expr expr, Expr old, Expr replacement) =>
        expr == old ? replacement : expr.MapChildren(child => child.Replace(old, replacement));

    /// <summary>The expression and all below it, children before parents.</summary>
    public static IEnumerable<Expr> PostOrder(this Expr expr) => expr.Children().SelectMany(PostOrder).Append(expr);

    public static bool Mentions(this Expr expr, Expr part) => expr.PostOrder().Contains(part);

    public static bool Mentions<T>(this Expr expr)
        where T : Expr => expr.PostOrder().OfType<T>().Any();

    /// <summary>The expression without the names its author gave.</summary>
    public static Expr Unnamed(this Expr expr) => expr is Named named ? named.Value.Unnamed() : expr;

    /// <summary>The statement's own expressions, not those of a loop's body.</summary>
    public static IEnumerable<Expr> Expressions(this Stmt statement) => statement switch
    {
        Declare declare => [declare.Value],
        Assign assign => [assign.Value],
        Store store => [store.Index, store.Value],
        Accumulate accumulate => [accumulate.Term],
        Return result => [result.Value],
        Loop loop => loop.Accumulators.Where(static a => a.Initial is not null).Select(static a => a.Initial!).Prepend(loop.To).Prepend(loop.From),
        _ => throw new InvalidOperationException($"Unknown statement {statement.GetType().Name}."),
    };

    public static Stmt MapExpressions(this Stmt statement, Func<Expr, Expr> map) => statement switch
    {
        Declare declare => declare with { Value = map(declare.Value) },
        Assign assign => assign with { Value = map(assign.Value) },
        Store store => store with { Index = map(store.Index), Value = map(store.Value) },
        Accumulate accumulate => accumulate with { Term = map(accumulate.Term) },
        Return result => new Return(map(result.Value)),
        Loop loop => loop with
        {
            From = map(loop.From),
            To = map(loop.To),
            Accumulators = loop.Accumulators
                .Select(accumulator => accumulator.Initial is { } initial ? accumulator with { Initial = map(initial) } : accumulator)
                .ToEquatableArray(),
        },
        _ => throw new InvalidOperationException($"Unknown statement {statement.GetType().Name}."),
    };

    /// <summary>Maps the expressions of a block and of every block below it.</summary>
    public static EquatableArray<Stmt> MapAllExpressions(this IEnumerable<Stmt> block, Func<Expr, Expr> map) => block
        .Select(statement => statement.MapExpressions(map) switch
        {
            Loop loop => loop with { Body = loop.Body.MapAllExpressions(map) },
            var mapped => mapped,
        })
        .ToEquatableArray();

    /// <summary>Maps each block, the innermost first.</summary>
    public static EquatableArray<Stmt> MapBlocks(this EquatableArray<Stmt> block, Func<EquatableArray<Stmt>, IEnumerable<Stmt>> map) =>
        map(block.Select(statement => statement is Loop loop ? loop with { Body = loop.Body.MapBlocks(map) } : statement).ToEquatableArray())
            .ToEquatableArray();

    /// <summary>The statements of a block and of every block below it, in order.</summary>
    public static IEnumerable<Stmt> AllStatements(this IEnumerable<Stmt> block) =>
        block.SelectMany(static statement => statement is Loop loop ? loop.Body.AllStatements().Prepend(loop) : [statement]);

    public static IEnumerable<Expr> AllExpressions(this IEnumerable<Stmt> block) =>
        block.AllStatements().SelectMany(Expressions);

    /// <summary>The names a statement gives to variables of the block it stands in.</summary>
    public static IEnumerable<Variable> Declared(this Stmt statement) => statement switch
    {
        Declare declare => [declare.Variable],
        Loop loop => loop.Accumulators.Select(static accumulator => accumulator.Result),
        _ => [],
    };
}

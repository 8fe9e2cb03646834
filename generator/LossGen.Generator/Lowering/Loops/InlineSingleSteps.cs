using LossGen.Generator.Kernel;

namespace LossGen.Generator.Lowering.Loops;

/// <summary>
/// Replaces a loop that is known to run once by its body, with the first position for the index: what it carries takes in one term, and its locals
/// move out and are therefore renamed.
/// </summary>
internal static class InlineSingleSteps
{
    public static Pass Pass { get; } = new(nameof(InlineSingleSteps), "replaces a loop that runs once by its body", Run)
    {
        Forbids = NodeSet.PendingLanes | NodeSet.PendingCopies,
    };

    public static LossKernel Run(LossKernel kernel)
    {
        IReadOnlyList<Stmt> all = kernel.Body.AllStatements();
        if (!all.Any(static statement => statement is Loop loop && RunsOnce(loop)))
        {
            return kernel;
        }

        Names names = Names.Of(kernel);
        HashSet<string> met = [];
        HashSet<string> repeated = [.. all.SelectMany(Blocks.Declared).Select(static variable => variable.Name).Where(name => !met.Add(name))];
        return kernel with
        {
            Body = kernel.Body.Exchange(statement => statement is Loop loop && RunsOnce(loop) ? Once(loop, repeated, names) : null),
        };
    }

    private static bool RunsOnce(Loop loop) =>
        loop.Length is { } length && length <= loop.Step
        && loop.Accumulators.All(accumulator => loop.Body.OfType<Accumulate>().Count(term => term.Accumulator == accumulator.Result.Name) == 1);

    private static IEnumerable<Stmt> Once(Loop loop, HashSet<string> repeated, Names names)
    {
        Dictionary<string, string> renamed = loop.Body.SelectMany(Blocks.Declared)
            .Where(variable => repeated.Contains(variable.Name))
            .ToDictionary(static variable => variable.Name, variable => names.Fresh(variable.Name + (variable.Type.IsVector ? "Vector" : "Once")));

        Variable Renamed(Variable variable) => renamed.TryGetValue(variable.Name, out string? name) ? variable with { Name = name } : variable;

        return loop.Body.Rewrite(NodeSet.Variables, part => part == loop.Index ? loop.From : part is Variable variable ? Renamed(variable) : part).Select(statement => statement switch
        {
            Declare declare => declare with { Variable = Renamed(declare.Variable) },
            Accumulate accumulate => Taken(loop.Accumulators.First(a => a.Result.Name == accumulate.Accumulator), accumulate.Term),
            Loop inner => inner.Carrying([.. inner.Accumulators.Select(a => a with { Result = Renamed(a.Result) })]),
            var other => other,
        });
    }

    private static Declare Taken(Accumulator accumulator, Expr term) => new(accumulator.Result, accumulator.Reduction.Accumulate(accumulator.Start, term));
}

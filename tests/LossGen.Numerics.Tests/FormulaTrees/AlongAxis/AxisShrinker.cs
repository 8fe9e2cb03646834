namespace LossGen.Numerics.Tests.FormulaTrees.AlongAxis;

/// <summary>Finds the smallest formula that still fails: takes the smallest failing one of all that are one step simpler, until none fails.</summary>
internal static class AxisShrinker
{
    private const int MostRounds = 60;
    private const int LengthOfKind = 12;

    public static AxisOutcome Smallest(AxisOutcome failing)
    {
        AxisOutcome smallest = failing;
        for (int round = 0; round < MostRounds; round++)
        {
            AxisTrial[] simpler = [.. Simpler(smallest.Trial.Formula).OrderBy(static formula => formula.Size).Select(formula => smallest.Trial with { Formula = formula })];
            if (AxisBatch.RunAll(simpler).FirstOrDefault(outcome => Kind(outcome) == Kind(failing)) is not { } next)
            {
                break;
            }

            smallest = next;
        }

        return smallest;
    }

    // Failures that begin alike are of one kind.
    private static string? Kind(AxisOutcome outcome) => outcome.Failure?[..Math.Min(outcome.Failure.Length, LengthOfKind)];

    private static IEnumerable<AxisFormula> Simpler(AxisFormula formula)
    {
        IReadOnlyList<Expression> parts = formula.Parts;
        IEnumerable<AxisFormula> simplerParts = parts.SelectMany((part, i) => FormulaShrinker.Simpler(part).Select(simpler => formula.With([.. parts.Select((old, at) => at == i ? simpler : old)])));
        IEnumerable<AxisFormula> fewer = formula.Loops.Where(loop => !loop.Reductions.Any(reduction => Reads(formula, new Input(AxisSlots.Results + reduction.Result, ValueType.Single))))
            .Select(loop => Renumbered(formula with { Loops = [.. formula.Loops.Where(other => other != loop)] }));
        IEnumerable<AxisFormula> simplerLoops = formula.Loops.SelectMany((loop, i) => Simpler(formula, loop).Select(simpler => Renumbered(formula with { Loops = [.. formula.Loops.Select((old, at) => at == i ? simpler : old)] })));
        IEnumerable<AxisFormula> fewerResults = formula is { Results.Count: 1, Total: not null } or { Total: null } ? formula.Total is null ? [] : [formula with { Total = null }]
            : formula.Results.Select(result => formula with { Results = [result], Total = null });
        return fewerResults.Concat(fewer).Concat(simplerLoops).Concat(simplerParts).Where(simpler => simpler.Size < formula.Size && simpler.DependsOnElements);
    }

    private static IEnumerable<AxisLoop> Simpler(AxisFormula formula, AxisLoop loop)
    {
        IEnumerable<AxisLoop> fewerLocals = loop.Locals.Where(local => !Reads(formula, local.Local)).Select(local => loop with { Locals = [.. loop.Locals.Where(other => other != local)] });
        IEnumerable<Reduction> unread = loop.Reductions.Count == 1 ? [] : loop.Reductions.Where(reduction => !Reads(formula, AxisSlots.Of(AxisSlots.Results + reduction.Result)));
        IEnumerable<AxisLoop> unconditional = loop.Reductions.Where(static reduction => reduction.Condition is not null)
            .Select(reduction => loop with { Reductions = [.. loop.Reductions.Select(other => other == reduction ? other with { Condition = null, Otherwise = null } : other)] });
        return fewerLocals.Concat(unread.Select(reduction => loop with { Reductions = [.. loop.Reductions.Where(other => other != reduction)] })).Concat(unconditional);
    }

    private static bool Reads(AxisFormula formula, Expression read) => formula.Parts.SelectMany(Formula.Expressions).Contains(read);

    // Reductions are numbered in the order of the loops.
    private static AxisFormula Renumbered(AxisFormula formula)
    {
        Dictionary<int, int> numbers = formula.Loops.SelectMany(static loop => loop.Reductions).Select(static (reduction, i) => (reduction.Result, i)).ToDictionary();
        AxisFormula renumbered = formula with
        {
            Loops = [.. formula.Loops.Select(loop => loop with { Reductions = [.. loop.Reductions.Select(reduction => reduction with { Result = numbers[reduction.Result] })] })],
        };
        int returned = renumbered.Parts.Count - (formula.Total is null ? 0 : 1);
        return renumbered.With([.. renumbered.Parts.Select((part, i) => i < returned ? Renumbered(part, numbers) : part)]);
    }

    private static Expression Renumbered(Expression expression, Dictionary<int, int> numbers) => expression is Input { Index: >= AxisSlots.Results } read
        ? AxisSlots.Of(AxisSlots.Results + numbers[read.Index - AxisSlots.Results])
        : expression.With([.. expression.Parts.Select(part => Renumbered(part, numbers))]);
}

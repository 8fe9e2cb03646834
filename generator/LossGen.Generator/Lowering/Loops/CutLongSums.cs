using LossGen.Generator.Kernel;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Loops;

/// <summary>
/// Cuts a loop of known length that carries a sum into pieces, each summed separately, and then the rest: no sum is a longer chain of additions than
/// <see cref="MostAdditions"/>, so that n terms, even equal ones whose roundings all go one way, lose no more digits than a thousand.
/// </summary>
internal static class CutLongSums
{
    public static Pass Pass { get; } = new(nameof(CutLongSums), "sums a long run piece by piece", Run)
    {
        Forbids = NodeSet.Mathematics,
    };

    /// <summary>The longest chain of float64 additions: a thousand roundings of half a unit each stay within 1e-13.</summary>
    public const int MostAdditions = 1 << 10;

    public static LossKernel Run(LossKernel kernel)
    {
        Schedule schedule = kernel.Schedule!;
        Names names = Names.Of(kernel);
        return kernel with { Body = kernel.Body.Exchange(s => s is Loop loop ? Cut(loop, schedule, names) : null) };
    }

    private static IEnumerable<Stmt>? Cut(Loop loop, Schedule schedule, Names names)
    {
        // A vector adds one position to each of its lanes, a step takes several vectors, and a tile is one addition.
        int piece = MostAdditions * schedule.LanesOf(loop) * schedule.MostCopiesOf(loop) * loop.Step;
        if (loop.Length is not { } length || length <= piece || !loop.Accumulators.Any(static a => a.Reduction.IsSum))
        {
            return null;
        }

        bool hasRest = length % piece > 0;
        Accumulator[] whole = hasRest ? Renamed("Pieces") : [.. loop.Accumulators];
        Loop pieces = length / piece > 1
            ? Pieces(loop, piece, whole, Renamed("Piece"), new Variable(names.Fresh(loop.Index.Name + "Piece"), IrType.Index))
            : loop.Carrying(whole) with { To = Positions.Behind(loop.From, piece) };
        if (!hasRest)
        {
            return [pieces];
        }

        Accumulator[] rest = Renamed("Rest");
        return loop.Accumulators
            .Select((a, i) => (Stmt)new Declare(a.Result, a.Reduction.Combine(whole[i].Result, rest[i].Result)))
            .Prepend(loop.Carrying(rest) with { From = pieces.To })
            .Prepend(pieces);

        Accumulator[] Renamed(string suffix) => [.. loop.Accumulators.Select(a => a with { Result = a.Result with { Name = names.Fresh(a.Result.Name + suffix) } })];
    }

    private static Loop Pieces(Loop loop, int piece, Accumulator[] whole, Accumulator[] part, Variable start) => new(
        start,
        loop.From,
        Positions.Behind(loop.From, loop.Length!.Value / piece * piece),
        LoopRole.Pieces,
        whole.ToEquatableArray(),
        part.Select((a, i) => (Stmt)new Accumulate(whole[i].Result.Name, a.Result))
            .Prepend(loop.Carrying(part) with { From = start, To = Positions.Behind(start, piece) })
            .ToEquatableArray(),
        Step: piece);
}

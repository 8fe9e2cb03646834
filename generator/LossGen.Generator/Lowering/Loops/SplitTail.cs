using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Loops.Groups;
using LossGen.Generator.Lowering.Loops.Tails;
using LossGen.Generator.Lowering.Scheduling.Decisions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Loops;

/// <summary>
/// Cuts a loop that shall have lanes into three that follow each other: steps of several vectors, steps of one vector, single
/// positions; and one that shall have copies alone into steps of several and the rest. Each is the same scalar loop with a mark; what one carries,
/// the next goes on with. Loops that are known to be empty are left out. Of classes, which are at least as many as a vector's lanes, no single ones are left:
/// the last vector overlaps the one before.
/// </summary>
/// <remarks>It runs ahead of vectorising, so that the tail is simply the loop that nothing was done to.</remarks>
internal static class SplitTail
{
    public static Pass Pass { get; } = new(nameof(SplitTail), "cuts a loop into steps of several vectors, single vectors and single positions", Run)
    {
        Forbids = NodeSet.Mathematics,
        Introduces = NodeSet.PendingLanes | NodeSet.PendingCopies,
    };

    public static LossKernel Run(LossKernel kernel)
    {
        Schedule schedule = kernel.Schedule ?? throw new InvalidOperationException($"No schedule was chosen for {kernel.Name}.");
        Names names = Names.Of(kernel);
        Rows rows = new(kernel, schedule.Lanes);
        EquatableArray<Stmt> body = kernel.Body.Exchange(s => s is Loop { Lanes: 1 } loop ? Split(loop, schedule, names, rows) : null);
        return kernel with { Body = body, Scratch = kernel.Scratch.Concat(rows.Given).ToEquatableArray(), Notes = DescribeSchedule.Run(kernel.Notes, schedule, [.. body.AllStatements().OfType<Loop>()]) };
    }

    private static IEnumerable<Stmt>? Split(Loop loop, Schedule schedule, Names names, Rows rows)
    {
        List<Stmt> result = [];
        Expr position = loop.From;
        Expr?[] carried = [.. loop.Accumulators.Select(static a => a.Initial)];
        int lanes = schedule.LanesOf(loop);

        // No more copies a step than a loop of known length fills.
        int unroll = Math.Min(schedule.MostCopiesOf(loop), (loop.Length ?? int.MaxValue) / lanes);
        if (unroll > 1)
        {
            Part(lanes * unroll, "unrolledEnd", "Unrolled", unroll);
        }

        if (Positions.Distance(position, loop.To) / lanes is > 1 and { } rest && unroll > 1)
        {
            // What is left of a known length, in one step more.
            Part(lanes * rest, "restEnd", "Rest", rest);
        }

        if (lanes > 1)
        {
            Part(lanes, "vectorEnd", "Vector", 1);
            if (OverlappingEnd.Of(loop, lanes, rows) is var (ahead, end))
            {
                result.InsertRange(0, ahead);
                Add(end, "End", lanes, lanes, 1, loop.To);
            }
        }

        if (result.Count == 0)
        {
            return null;
        }

        // Combining lanes ends the vector part, even where no single position is left.
        Expr[] combined = [.. loop.Accumulators.Select((a, i) => carried[i] is not { } value ? a.Start : lanes > 1 ? a.Reduction.CombineLanes(value, a.Result.Type) : value)];
        if (Positions.Distance(position, loop.To) is 0)
        {
            return result.Concat(loop.Accumulators.Select((a, i) => new Declare(a.Result, combined[i])));
        }

        return result.Append(loop with
        {
            From = position,
            Accumulators = loop.Accumulators.Select((a, i) => a with { Initial = combined[i] }).ToEquatableArray(),
        });

        void Part(int step, string endName, string suffix, int copies)
        {
            int? length = Positions.Distance(position, loop.To);
            if (length < step)
            {
                return;
            }

            Expr end = length is { } known
                ? Positions.Behind(position, known / step * step)
                : new Variable(names.Fresh(endName), IrType.Index);
            if (end is Variable variable)
            {
                result.Add(new Declare(variable, position + Expr.Of(Op.RoundDown, loop.To - position, Expr.Position(step))));
            }

            int together = schedule.VectorsInOne(loop, copies);
            Add(loop with { From = position, To = end }, suffix, lanes * together, lanes * together, copies / together, end);
        }

        // The loop, going on with what was carried so far.
        void Add(Loop part, string suffix, int step, int width, int copies, Expr end)
        {
            Accumulator[] accumulators = [.. loop.Accumulators.Select((a, i) => new Accumulator(a.Result with { Name = names.Fresh(a.Result.Name + suffix) }, a.Reduction, carried[i]))];
            result.Add(part.Carrying(accumulators) with { Step = step, Lanes = width, Unroll = copies });
            position = end;
            carried = [.. accumulators.Select(static a => a.Result)];
        }
    }
}

using LossGen.Generator.Kernel;
using LossGen.Generator.Lowering.Loops.Groups;
using LossGen.Generator.Lowering.Loops.Tails;
using LossGen.Generator.Lowering.Scheduling.Decisions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering.Loops;

/// <summary>
/// Cuts a loop that is to have lanes into three consecutive ones: steps of several vectors, steps of one vector, single positions; and a loop that is
/// to have copies only into steps of several and the remainder. Each is the same scalar loop with a mark; what one carries, the next continues with.
/// Loops known to be empty are omitted. Loops over classes at least as many as a vector's lanes leave no single classes: the last vector overlaps the
/// one before.
/// </summary>
/// <remarks>It runs before vectorising, so that the tail is simply the loop that was left unchanged.</remarks>
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

        // No more copies per step than a loop of known length fills.
        int unroll = Math.Min(schedule.MostCopiesOf(loop), (loop.Length ?? int.MaxValue) / lanes);
        if (unroll > 1)
        {
            Part(lanes * unroll, "unrolledEnd", "Unrolled", unroll);
        }

        if (Positions.Distance(position, loop.To) / lanes is > 1 and { } rest && unroll > 1)
        {
            // The remainder of a known length, in one more step.
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

        // Combining lanes ends the vector part, even if no single position is left.
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

        // Adds the loop, continuing with what has been carried so far.
        void Add(Loop part, string suffix, int step, int width, int copies, Expr end)
        {
            Accumulator[] accumulators = [.. loop.Accumulators.Select((a, i) => new Accumulator(a.Result with { Name = names.Fresh(a.Result.Name + suffix) }, a.Reduction, carried[i]))];
            result.Add(part.Carrying(accumulators) with { Step = step, Lanes = width, Unroll = copies });
            position = end;
            carried = [.. accumulators.Select(static a => a.Result)];
        }
    }
}

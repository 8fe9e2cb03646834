using LossGen.Generator.Kernel;
using LossGen.Generator.Model;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Cuts a loop that shall have lanes into three that follow each other: steps of several vectors, steps of one vector, single
/// positions. Each is the same scalar loop with a mark; what one carries, the next goes on with. Loops that are
/// known to be empty are left out.
/// </summary>
/// <remarks>It runs ahead of vectorising, so that the tail is simply the loop that nothing was done to.</remarks>
internal static class SplitTail
{
    public static LossKernel Run(LossKernel kernel)
    {
        Schedule schedule = kernel.Schedule ?? throw new InvalidOperationException($"No schedule was chosen for {kernel.Name}.");
        Names names = Names.Of(kernel);
        EquatableArray<Stmt> body = kernel.Body.MapBlocks(block => block.SelectMany(s => s is Loop loop && schedule.HasLanes(loop) ? Split(loop, schedule, names) : [s]));
        return kernel with { Body = body, Notes = Describe(kernel.Notes, schedule, [.. body.AllStatements().OfType<Loop>().Where(schedule.HasLanes)]) };
    }

    // What became of the loops, not what might have.
    private static KernelNotes Describe(KernelNotes notes, Schedule schedule, IReadOnlyList<Loop> loops)
    {
        if (loops.All(static l => l.Lanes == 1))
        {
            return notes with { Schedule = schedule.Description, Unroll = "none", Tail = "none" };
        }

        int unroll = loops.Max(static l => l.Unroll);
        List<string> tail = [];
        if (loops.Any(static l => l.Unroll > 1) && loops.Any(static l => l.Lanes > 1 && l.Unroll == 1))
        {
            tail.Add("single vectors");
        }

        if (loops.Any(static l => l.Lanes == 1))
        {
            tail.Add("single elements");
        }

        return notes with
        {
            Schedule = schedule.Description,
            Unroll = $"{(schedule.VectorLoop is null ? "none, but for the sum of weights: " : "")}{Number(unroll)} {(unroll == 1 ? "vector" : "vectors")} of {Number(schedule.Lanes)} a step",
            Tail = tail.Count == 0 ? "none" : "then " + string.Join(", then ", tail),
        };
    }

    private static IEnumerable<Stmt> Split(Loop loop, Schedule schedule, Names names)
    {
        List<Stmt> result = [];
        Expr position = loop.From;
        Expr?[] carried = [.. loop.Accumulators.Select(static a => a.Initial)];

        // No more vectors a step than a loop of known length fills.
        int unroll = Math.Min(schedule.MostVectorsPerStep, (loop.Length ?? int.MaxValue) / schedule.Lanes);
        if (unroll > 1)
        {
            Part(schedule.Lanes * unroll, "unrolledEnd", "Unrolled", unroll);
        }

        Part(schedule.Lanes, "vectorEnd", "Vector", 1);

        if (result.Count == 0)
        {
            return [loop];
        }

        // Combining lanes ends the vector part, even where no single position is left.
        Expr[] combined = [.. loop.Accumulators.Select((a, i) => carried[i] is { } lanes ? a.Reduction.CombineLanes(lanes, a.Result.Type) : a.Start)];
        if (Positions.Distance(position, loop.To) is 0)
        {
            return result.Concat(loop.Accumulators.Select((a, i) => new Declare(a.Result, combined[i])));
        }

        return result.Append(loop with
        {
            From = position,
            Accumulators = loop.Accumulators.Select((a, i) => a with { Initial = combined[i] }).ToEquatableArray(),
        });

        void Part(int step, string endName, string suffix, int unroll)
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

            Accumulator[] accumulators = [.. loop.Accumulators.Select((a, i) => new Accumulator(a.Result with { Name = names.Fresh(a.Result.Name + suffix) }, a.Reduction, carried[i]))];
            result.Add(loop.Carrying(accumulators) with { From = position, To = end, Step = schedule.Lanes, Lanes = schedule.Lanes, Unroll = unroll });
            position = end;
            carried = [.. accumulators.Select(static a => a.Result)];
        }
    }
}

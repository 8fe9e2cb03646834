using LossGen.Generator.Kernel;
using static LossGen.Generator.Model.InvariantText;

namespace LossGen.Generator.Lowering.Scheduling.Decisions;

/// <summary>Writes into a kernel's notes what became of its loops, not what was planned.</summary>
internal static class DescribeSchedule
{
    public static KernelNotes Run(KernelNotes notes, Schedule schedule, IReadOnlyList<Loop> loops) => schedule is not { GroupSize: not null, VectorLoop: null }
        ? Positions(notes with { Schedule = schedule.Description }, schedule, [.. loops.Where(loop => schedule.LanesOf(loop) > 1)])
        : notes with
        {
            Schedule = schedule.Description,
            Unroll = Classes(loops),
            Tail = schedule.HasTiles
                ? $"in the last tile, the lanes after the last location, in a vector of {Number(schedule.Lanes)}, repeat it and do not count"
                : $"in the last group, the lanes after the last location, in a vector of {Number(schedule.Lanes)}, do not count",
        };

    private static string Classes(IReadOnlyList<Loop> loops) =>
        loops.Where(static l => l.Role == LoopRole.Classes).Select(static l => l.Unroll).Append(1).Max() is > 1 and { } copies
            ? $"{Number(copies)} classes per step"
            : "none";

    private static KernelNotes Positions(KernelNotes notes, Schedule schedule, IReadOnlyList<Loop> loops)
    {
        if (loops.All(static l => l.Lanes == 1))
        {
            return notes with { Unroll = "none", Tail = "none" };
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
            Unroll = $"{(schedule.VectorLoop is null ? "none, but for the sum of weights: " : "")}{Number(unroll)} {(unroll == 1 ? "vector" : "vectors")} of {Number(schedule.Lanes)} per step",
            Tail = tail.Count == 0 ? "none" : "then " + string.Join(", then ", tail),
        };
    }
}

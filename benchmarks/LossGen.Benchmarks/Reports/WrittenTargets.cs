using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Written;
using static System.FormattableString;

namespace LossGen.Benchmarks.Reports;

/// <summary>What the losses that users write are meant to achieve.</summary>
public static class WrittenTargets
{
    private const double LeastTimesTorch = 4;
    private const double LeastTimesLoop = 3;

    /// <summary>Those of which something was measured.</summary>
    public static IReadOnlyList<Target> Of(IReadOnlyList<WrittenRow> rows) =>
    [
        .. Target.AtLeast(
            Invariant($"{LeastTimesTorch}x as fast as {ContenderCatalog.Torch.Name} on every loss that users write, float ForwardBackward"),
            LeastTimesTorch,
            from row in rows let times = row.TimesTorch where times is not null select (row.Loss.ToString(), times.Value),
            Target.Times),
        .. Target.AtLeast(
            Invariant($"{LeastTimesLoop}x as fast as the user's own method in a loop on every such loss, float Forward"),
            LeastTimesLoop,
            from row in rows select (row.Loss.ToString(), row.TimesLoop),
            Target.Times),
    ];

    /// <summary>Whether a loss reaches all that is meant for it; what was not measured does not count.</summary>
    public static bool AreMet(WrittenRow row) =>
        Target.IsReached(row.TimesTorch ?? LeastTimesTorch, LeastTimesTorch) && Target.IsReached(row.TimesLoop, LeastTimesLoop);
}

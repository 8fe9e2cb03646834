using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Custom;
using static System.FormattableString;

namespace LossGen.Benchmarks.Reports;

/// <summary>The targets of custom losses along an axis.</summary>
public static class AxisTargets
{
    private const double LeastTimesTorch = 3;
    private const double MeanTimesTorch = 6;
    private const double MeanTimesLoops = 1.3;

    /// <summary>The targets for which there are measurements.</summary>
    public static IReadOnlyList<Target> Of(IReadOnlyList<CustomRow> rows) =>
    [
        .. Target.AtLeast(
            Invariant($"{LeastTimesTorch}x as fast as {ContenderCatalog.Torch.Name} on every custom loss along an axis, float ForwardBackward"),
            LeastTimesTorch,
            CustomRow.Ratios(rows, ContenderCatalog.Torch),
            Target.Times),
        .. Mean(ContenderCatalog.Torch.Name, MeanTimesTorch, CustomRow.Ratios(rows, ContenderCatalog.Torch)),
        .. Mean(Targets.NamesOfLoops, MeanTimesLoops, CustomRow.RatiosToFastest(rows, ContenderCatalog.NativeLoops)),
    ];

    private static IEnumerable<Target> Mean(string peer, double goal, IEnumerable<(string, double)> ratios) => Target.MeanAtLeast(
        Invariant($"{goal}x as fast as {peer} in the geometric mean of custom losses along an axis"), goal, ratios);
}

using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Custom;
using static System.FormattableString;

namespace LossGen.Benchmarks.Reports;

/// <summary>The targets of elementwise custom losses.</summary>
public static class CustomTargets
{
    private const double LeastTimesTorch = 4;
    private const double LeastTimesLoop = 3;

    /// <summary>The targets for which there are measurements.</summary>
    public static IReadOnlyList<Target> Of(IReadOnlyList<ElementwiseRow> rows) =>
    [
        .. Target.AtLeast(
            Invariant($"{LeastTimesTorch}x as fast as {ContenderCatalog.Torch.Name} on every elementwise custom loss, float ForwardBackward"),
            LeastTimesTorch,
            CustomRow.Ratios(rows, ContenderCatalog.Torch),
            Target.Times),
        .. Target.AtLeast(
            Invariant($"{LeastTimesLoop}x as fast as the user's own method in a loop on every such loss, float Forward"),
            LeastTimesLoop,
            from row in rows select (row.Loss.ToString(), row.TimesLoop),
            Target.Times),
    ];

    /// <summary>Whether a loss meets all its targets; those not measured are ignored.</summary>
    public static bool AreMet(ElementwiseRow row) =>
        Target.IsReached(row.Ratio(ContenderCatalog.Torch) ?? LeastTimesTorch, LeastTimesTorch) && Target.IsReached(row.TimesLoop, LeastTimesLoop);
}

using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Options;
using LossGen.Benchmarks.Quick;
using static System.FormattableString;

namespace LossGen.Benchmarks.Reports;

/// <summary>The rows of losses with options and further members, a table for each group.</summary>
public static class OptionTables
{
    public static IEnumerable<TextTable> All(IReadOnlyList<OptionRow> rows) =>
        from @group in OptionGroup.All select Of(@group, [.. rows.Where(row => row.Loss.Group == @group)]);

    private static TextTable Of(OptionGroup group, IReadOnlyList<OptionRow> rows) => new(
        group.Title,
        group.Explanation,
        ["Row", "shape", group.Subject, .. PlainCells(group, [group.Plain ?? "", "times its time"]), .. PeerCells(group, [ContenderCatalog.Torch.Name, "LossGen is"])],
        [
            .. rows.Select(row => (string[])[
                row.Loss.Title,
                row.Loss.Shape.ToString(),
                Nanoseconds(row, row.Subject),
                .. PlainCells(group, [Nanoseconds(row, row.Plain), Times(row.Plain is null ? null : row.Subject.RatioTo(row.Plain))]),
                .. PeerCells(group, [Nanoseconds(row, row.Torch), Times(row.Torch?.RatioTo(row.Subject))])]),
        ]);

    private static string[] PlainCells(OptionGroup group, string[] cells) => group.Plain is null ? [] : cells;

    private static string[] PeerCells(OptionGroup group, string[] cells) => group.HasPeer ? cells : [];

    private static string Nanoseconds(OptionRow row, Timing? timing) => timing is null ? RowTables.Absent : Invariant($"{row.NanosecondsPerElement(timing):F3}");

    private static string Times(double? ratio) => ratio is null ? RowTables.Absent : Target.Times(ratio.Value);
}

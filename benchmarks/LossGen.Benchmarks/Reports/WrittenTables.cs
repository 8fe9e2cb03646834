using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Quick;
using LossGen.Benchmarks.Written;
using static System.FormattableString;

namespace LossGen.Benchmarks.Reports;

/// <summary>The rows of losses that users write.</summary>
public static class WrittenTables
{
    public static TextTable All(IReadOnlyList<WrittenRow> rows) => new(
        "Losses that users write: ns an element",
        $"The formulas of samples/LossZoo/Written on {WrittenLoss.Elements / 1024}Ki floats and one thread. The user's own method, called in a loop of C#, gives the value, and so is compared with Forward; "
        + $"{ContenderCatalog.Torch.Name}'s forward and backward, by its own function of the loss where it has one and else composed, with ForwardBackward. Each has a target.",
        ["Loss", "Forward", "method in a loop", "LossGen is", "ForwardBackward", ContenderCatalog.Torch.Name, "LossGen is", "targets"],
        [
            .. rows.Select(static row => (string[])[
                row.Loss.Declaration.Name,
                Nanoseconds(row.Forward),
                Nanoseconds(row.Loop),
                Target.Times(row.TimesLoop),
                Nanoseconds(row.ForwardBackward),
                row.Torch is Timing torch ? Nanoseconds(torch) : RowTables.Absent,
                row.TimesTorch is double times ? Target.Times(times) : RowTables.Absent,
                WrittenTargets.AreMet(row) ? "met" : "missed"]),
        ]);

    private static string Nanoseconds(Timing timing) => Invariant($"{WrittenRow.NanosecondsPerElement(timing):F3}");
}

using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Quick;
using LossGen.Benchmarks.Written;
using static System.FormattableString;

namespace LossGen.Benchmarks.Reports;

/// <summary>The rows of custom losses.</summary>
public static class WrittenTables
{
    public static TextTable All(IReadOnlyList<WrittenRow> rows) => new(
        "Custom losses: ns per element",
        $"The formulas of samples/LossZoo/Written on {WrittenLoss.Elements / 1024}Ki floats and one thread. The user's own method, called in a C# loop, computes the value, and so is compared with Forward; "
        + $"{ContenderCatalog.Torch.Name}'s forward and backward, by its own function for the loss if it has one and otherwise composed, with ForwardBackward. Each has a target.",
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

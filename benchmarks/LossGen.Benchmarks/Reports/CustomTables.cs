using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Custom;
using LossGen.Benchmarks.Quick;
using static System.FormattableString;

namespace LossGen.Benchmarks.Reports;

/// <summary>The rows of custom losses.</summary>
public static class CustomTables
{
    public static TextTable All(IReadOnlyList<CustomRow> rows) => new(
        "Custom losses: ns per element",
        $"The formulas of samples/LossZoo/Custom on {CustomLoss.Elements / 1024}Ki floats and one thread. The user's own method, called in a C# loop, computes the value, and so is compared with Forward; "
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
                CustomTargets.AreMet(row) ? "met" : "missed"]),
        ]);

    private static string Nanoseconds(Timing timing) => Invariant($"{CustomRow.NanosecondsPerElement(timing):F3}");
}

using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Custom;
using LossGen.Benchmarks.Quick;
using static System.FormattableString;

namespace LossGen.Benchmarks.Reports;

/// <summary>The rows of custom losses.</summary>
public static class CustomTables
{
    public static TextTable Elementwise(IReadOnlyList<ElementwiseRow> rows) => new(
        "Custom losses: ns per element",
        $"The formulas of samples/LossZoo/Custom on {ElementwiseLoss.Elements / 1024}Ki floats and one thread. The user's own method, called in a C# loop, computes the value, and so is compared with Forward; "
        + $"{ContenderCatalog.Torch.Name}'s forward and backward, by its own function for the loss if it has one and otherwise composed, with ForwardBackward. Each has a target.",
        ["Loss", "Forward", "method in a loop", "LossGen is", "ForwardBackward", ContenderCatalog.Torch.Name, "LossGen is", "targets"],
        [
            .. rows.Select(static row => (string[])[
                row.Loss.Name,
                Nanoseconds(row, row.Forward),
                Nanoseconds(row, row.Loop),
                Target.Times(row.TimesLoop),
                Nanoseconds(row, row.ForwardBackward),
                Nanoseconds(row, row.Of(ContenderCatalog.Torch)),
                Times(row.Ratio(ContenderCatalog.Torch)),
                CustomTargets.AreMet(row) ? "met" : "missed"]),
        ]);

    public static TextTable AlongAxis(IReadOnlyList<CustomRow> rows) => new(
        "Custom losses along an axis: ns per element",
        "The formulas of samples/LossZoo/Custom/AlongAxis on floats and one thread, declared for each shape: value and the gradients of as many inputs as are named, per element of one input. "
        + $"{ContenderCatalog.Torch.Name}'s forward and backward is by its own function for the loss if it has one and otherwise composed; "
        + "C++ loops have a gradient derived by hand. There are targets for both.",
        [
            "Loss", "shape", "gradients", ContenderCatalog.Subject.Name, ContenderCatalog.Torch.Name, "LossGen is",
            .. ContenderCatalog.NativeLoops.SelectMany(static loops => (string[])[loops.Name, "LossGen is"]),
        ],
        [
            .. rows.Select(static row => (string[])[
                row.Loss.Name,
                row.Loss.Shape.ToString(),
                Invariant($"{row.Loss.Predictions}"),
                Nanoseconds(row, row.ForwardBackward),
                Nanoseconds(row, row.Of(ContenderCatalog.Torch)),
                Times(row.Ratio(ContenderCatalog.Torch)),
                .. ContenderCatalog.NativeLoops.SelectMany(loops => (string[])[Nanoseconds(row, row.Of(loops)), Times(row.Ratio(loops))])]),
        ]);

    private static string Nanoseconds(CustomRow row, Timing? timing) => timing is null ? RowTables.Absent : Invariant($"{row.NanosecondsPerElement(timing):F3}");

    private static string Times(double? ratio) => ratio is null ? RowTables.Absent : Target.Times(ratio.Value);
}

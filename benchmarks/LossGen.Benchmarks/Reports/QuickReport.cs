using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Custom;
using LossGen.Benchmarks.MachineCode;
using LossGen.Benchmarks.Modules;
using LossGen.Benchmarks.Options;
using LossGen.Benchmarks.Quick;
using static System.FormattableString;

namespace LossGen.Benchmarks.Reports;

/// <summary>The results of the quick mode, as text; its writers decide how it is presented.</summary>
/// <param name="Rows">One per workload.</param>
/// <param name="Custom">One per elementwise custom loss.</param>
/// <param name="AlongAxis">One per custom loss along an axis and shape.</param>
/// <param name="Options">One per loss with options, or further members, that was asked for.</param>
/// <param name="Modules">One per part of training with TorchSharp that was asked for.</param>
/// <param name="Loops">The loops of the kernels of rows that are counted in slots.</param>
/// <param name="Bandwidth">The copy bandwidth of the same run.</param>
/// <param name="Peak">The arithmetic peak of the same run.</param>
/// <param name="Labels">The label check of the same run.</param>
internal sealed record QuickReport(
    IReadOnlyList<Row> Rows,
    IReadOnlyList<ElementwiseRow> Custom,
    IReadOnlyList<CustomRow> AlongAxis,
    IReadOnlyList<OptionRow> Options,
    IReadOnlyList<ModuleRow> Modules,
    IReadOnlyList<KernelLoop> Loops,
    CopyBandwidth Bandwidth,
    ArithmeticPeak Peak,
    LabelCheck Labels)
{
    /// <summary>How every number was measured.</summary>
    public static string Introduction =>
        "All contenders run alternately in one process; a time is the median over the rounds, and a ratio the median of the ratios within each round. "
        + "All compute the same value and gradient, which is checked before they are timed, against plain loops in float64 or, for custom losses and options, against LossGen. One thread each, unless two are named.";

    /// <summary>Whether it is of losses in TorchSharp alone, which have a file of their own.</summary>
    public bool IsOfModules => Modules.Count > 0 && Rows.Count + Custom.Count + AlongAxis.Count + Options.Count == 0;

    /// <summary>What it is about.</summary>
    public string Title => IsOfModules ? ModuleTables.Title : "How fast the losses are";

    /// <summary>The names and values above the tables.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts =>
    [
        ("Date", Invariant($"{DateTime.UtcNow:yyyy-MM-dd}")),
        .. Machine.Facts,
        ("Copying", Invariant(
            $"{Bandwidth.Plain:F1} GB/s, past the caches {Bandwidth.NonTemporal:F1} GB/s, on two threads {Bandwidth.NonTemporalOnTwo:F1} GB/s (read + written, {MemoryCopy.Megabytes} MB)")),
        ("Arithmetic", Invariant($"{Peak.Operations:F0} Gop/s (fused multiply-add of floats, {MultiplyAdd.Bits} bits, one thread)")),
        ("Label check", Invariant(
            $"{Labels.OfForward:P2} of Forward, {Labels.OfForwardBackward:P2} of ForwardBackward (softmax {LabelCheck.Samples}x{LabelCheck.Classes} float)")),
        .. from peer in ContenderCatalog.Peers
           let fact = peer.Absence is string absence ? $"absent: {absence}" : peer.Version
           where fact is not null
           group peer.Name by fact into same
           select (string.Join(", ", same), same.Key),
        .. KernelListing.Absence is string reason ? ((string, string)[])[("Instructions of each loop", $"absent: {reason}")] : [],
        .. Modules.Count > 0 ? ((string, string)[])[ModuleTables.Memory] : [],
    ];

    /// <summary>The most important one first.</summary>
    public IEnumerable<TextTable> Tables =>
        ((TextTable[])[
            SummaryTables.Summary(Rows),
            SummaryTables.AlongAxis(AlongAxis),
            .. SummaryTables.Targets([.. Targets.Of(Rows), .. CustomTargets.Of(Custom), .. AxisTargets.Of(AlongAxis), .. ModuleTables.Targets(Modules)]),
            CustomTables.Elementwise(Custom),
            CustomTables.AlongAxis(AlongAxis),
            .. OptionTables.All(Options),
            ModuleTables.All(Modules),
            RowTables.TwoThreads(Rows),
            RowTables.Memory(Rows),
            RowTables.Calls(Rows),
            SlotTables.Slots(Rows),
            InstructionTables.Loops(Loops),
            RowTables.All(Rows),
        ]).Where(static table => table.Rows.Count > 0);
}

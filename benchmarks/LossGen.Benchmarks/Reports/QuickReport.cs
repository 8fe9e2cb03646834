using System.Globalization;
using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Quick;

namespace LossGen.Benchmarks.Reports;

/// <summary>What the quick mode found, as text; how it is drawn is up to its writers.</summary>
/// <param name="Measurements">One a workload and contender.</param>
/// <param name="Bandwidth">Of the same run.</param>
/// <param name="Labels">Of the same run.</param>
public sealed record QuickReport(IReadOnlyList<Measurement> Measurements, CopyBandwidth Bandwidth, LabelCheck Labels)
{
    /// <summary>How many columns name things; the others hold numbers.</summary>
    public const int NameColumns = 2;

    public static IReadOnlyList<string> Headings { get; } =
        ["Workload", "Contender", "ns/element", "GB/s", $"vs {ContenderCatalog.Baseline.Name.ToLowerInvariant()}"];

    /// <summary>The names and values above the table.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts =>
    [
        .. Machine.Facts,
        ("Copying", Invariant($"{Bandwidth.Plain:F1} GB/s, past the caches {Bandwidth.NonTemporal:F1} GB/s (read + written, {CopyBandwidth.MegabytesCopied} MB)")),
        ("Label check", Invariant($"{Labels.OfForward:P2} of Forward, {Labels.OfForwardBackward:P2} of ForwardBackward (softmax {LabelCheck.Samples}x{LabelCheck.Classes} float)")),
    ];

    /// <summary>One row a measurement, grouped by workload.</summary>
    public IEnumerable<IReadOnlyList<IReadOnlyList<string>>> Groups =>
        Measurements.GroupBy(static measurement => measurement.Workload, static (_, group) => (IReadOnlyList<IReadOnlyList<string>>)[.. group.Select(Row)]);

    private static IReadOnlyList<string> Row(Measurement measurement) =>
    [
        measurement.Workload.ToString(),
        measurement.Contender,
        Invariant($"{measurement.NanosecondsPerElement:F3}"),
        Invariant($"{measurement.Bandwidth:F1}"),
        Invariant($"{measurement.Ratio:F2}x"),
    ];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

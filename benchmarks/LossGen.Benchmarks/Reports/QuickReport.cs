using System.Globalization;
using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Quick;

namespace LossGen.Benchmarks.Reports;

/// <summary>What the quick mode found, as text; how it is drawn is up to its writers.</summary>
/// <param name="Rows">One a workload.</param>
/// <param name="Bandwidth">Of the same run.</param>
/// <param name="Labels">Of the same run.</param>
public sealed record QuickReport(IReadOnlyList<Row> Rows, CopyBandwidth Bandwidth, LabelCheck Labels)
{
    private const string Nothing = "–";

    /// <summary>The names and values above the table.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts =>
    [
        .. Machine.Facts,
        ("Copying", Invariant($"{Bandwidth.Plain:F1} GB/s, past the caches {Bandwidth.NonTemporal:F1} GB/s (read + written, {CopyBandwidth.MegabytesCopied} MB)")),
        ("Label check", Invariant($"{Labels.OfForward:P2} of Forward, {Labels.OfForwardBackward:P2} of ForwardBackward (softmax {LabelCheck.Samples}x{LabelCheck.Classes} float)")),
        .. from peer in ContenderCatalog.Peers where peer.Absence is not null select ($"No {peer.Name}", peer.Absence!),
    ];

    /// <summary>The most important one first.</summary>
    public IEnumerable<TextTable> Tables => [All];

    private TextTable All => new(
        "All rows",
        [
            "Workload", "LossGen ns/run", "ns/element", "GB/s",
            .. ContenderCatalog.Peers.SelectMany(static peer => (string[])[$"{peer.Name} ns/element", "ratio"]),
        ],
        [.. Rows.Select(Cells)]);

    private static IReadOnlyList<string> Cells(Row row) =>
    [
        row.Workload.ToString(),
        Nanoseconds(row.Subject.Median),
        Invariant($"{row.NanosecondsPerElement(row.Subject):F3}"),
        Invariant($"{row.Bandwidth(row.Subject):F1}"),
        .. ContenderCatalog.Peers.SelectMany(peer => row.Of(peer) is Timing timing
            ? (string[])[Invariant($"{row.NanosecondsPerElement(timing):F3}"), Invariant($"{row.Ratio(peer):F2}x")]
            : [Nothing, Nothing]),
    ];

    private static string Nanoseconds(double nanoseconds) => Invariant(nanoseconds < 100 ? $"{nanoseconds:N1}" : (FormattableString)$"{nanoseconds:N0}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

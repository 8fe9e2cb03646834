using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Custom;
using LossGen.Benchmarks.Quick;

namespace LossGen.Benchmarks.Reports;

/// <summary>How LossGen compares with a peer over many rows.</summary>
/// <param name="Peer">The peer's name.</param>
/// <param name="Threads">The number of threads of each.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="GeometricMean">The geometric mean of the ratios.</param>
/// <param name="Wins">The number of rows in which LossGen is at least as fast.</param>
/// <param name="Worst">The row with the smallest ratio, and the ratio.</param>
public sealed record PeerSummary(string Peer, int Threads, int Rows, double GeometricMean, int Wins, (string Workload, double Ratio) Worst)
{
    /// <summary>One per peer and number of threads, over the rows that training computes.</summary>
    public static IEnumerable<PeerSummary> Of(IReadOnlyList<Row> rows) =>
        from peer in ContenderCatalog.Peers
        from threads in rows.Where(static row => row.IsTraining).GroupBy(static row => row.Workload.Threads)
        let summary = Of(peer, threads.Key, [.. Row.Ratios(threads, peer)])
        where summary is not null
        select summary;

    /// <summary>One per peer, over custom losses.</summary>
    public static IEnumerable<PeerSummary> Of(IReadOnlyList<CustomRow> rows) =>
        from peer in ContenderCatalog.Peers
        let summary = Of(peer, threads: 1, [.. CustomRow.Ratios(rows, peer)])
        where summary is not null
        select summary;

    // Null if the peer computed none of the rows.
    private static PeerSummary? Of(IContender peer, int threads, (string Workload, double Ratio)[] ratios) => ratios.Length == 0 ? null : new PeerSummary(
        peer.Name,
        threads,
        ratios.Length,
        Target.GeometricMean(ratios),
        ratios.Count(static row => row.Ratio >= 1),
        ratios.MinBy(static row => row.Ratio));
}

using LossGen.Benchmarks.Contenders;
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
        let summary = Of(peer, threads.Key, [.. threads])
        where summary is not null
        select summary;

    /// <summary>The summary of the given rows; null if the peer computed none of them.</summary>
    public static PeerSummary? Of(IContender peer, int threads, IReadOnlyList<Row> rows)
    {
        (string Workload, double Ratio)[] ratios =
            [.. from row in rows let ratio = row.Ratio(peer) where ratio is not null select (row.Workload.ToString(), ratio.Value)];
        return ratios.Length == 0 ? null : new PeerSummary(
            peer.Name,
            threads,
            ratios.Length,
            Math.Exp(ratios.Average(static row => Math.Log(row.Ratio))),
            ratios.Count(static row => row.Ratio >= 1),
            ratios.MinBy(static row => row.Ratio));
    }
}

using LossGen.Benchmarks.Contenders;
using LossGen.Benchmarks.Quick;

namespace LossGen.Benchmarks.Custom;

/// <summary>The measurements of a custom loss.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="ForwardBackward">LossGen's value and gradients.</param>
/// <param name="Peers">The same by each contender that could compute it.</param>
public record CustomRow(CustomLoss Loss, Timing ForwardBackward, IReadOnlyList<Timing> Peers)
{
    /// <summary>The timing of a contender; null if it could not compute this.</summary>
    public Timing? Of(IContender contender) => Peers.FirstOrDefault(timing => timing.Contender == contender.Name);

    /// <summary>How many times as fast as a peer the generated code computes value and gradients; null if the peer could not.</summary>
    public double? Ratio(IContender peer) => Of(peer)?.RatioTo(ForwardBackward);

    /// <summary>How many times as fast as the fastest of several peers it is; null if none of them could.</summary>
    public double? RatioToFastest(IEnumerable<IContender> peers) => peers.Min(Ratio);

    /// <summary>The ratios of the rows that the peer could compute.</summary>
    public static IEnumerable<(string Workload, double Ratio)> Ratios(IEnumerable<CustomRow> rows, IContender peer) =>
        from row in rows let ratio = row.Ratio(peer) where ratio is not null select (row.Loss.ToString(), ratio.Value);

    /// <summary>The same, of the fastest of several peers in each row.</summary>
    public static IEnumerable<(string Workload, double Ratio)> RatiosToFastest(IEnumerable<CustomRow> rows, IReadOnlyList<IContender> peers) =>
        from row in rows let ratio = row.RatioToFastest(peers) where ratio is not null select (row.Loss.ToString(), ratio.Value);

    public double NanosecondsPerElement(Timing timing) => timing.Median / Loss.Shape.Elements;
}

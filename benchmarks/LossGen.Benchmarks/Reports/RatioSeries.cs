using ScottPlot;

namespace LossGen.Benchmarks.Reports;

/// <summary>How many times as fast as a peer LossGen is.</summary>
/// <param name="Peer">The peer's name.</param>
/// <param name="Color">The colour of its bars.</param>
/// <param name="Ratios">One per row; null if the peer has none.</param>
public sealed record RatioSeries(string Peer, Color Color, IReadOnlyList<double?> Ratios);

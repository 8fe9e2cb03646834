using ScottPlot;

namespace LossGen.Benchmarks.Reports;

/// <summary>How many times as fast as a peer LossGen is.</summary>
/// <param name="Peer">The peer's name.</param>
/// <param name="Color">Of its bars.</param>
/// <param name="Ratios">One a row; null where the peer has none.</param>
public sealed record RatioSeries(string Peer, Color Color, IReadOnlyList<double?> Ratios);

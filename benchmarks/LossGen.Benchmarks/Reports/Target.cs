namespace LossGen.Benchmarks.Reports;

/// <summary>Something that LossGen is meant to achieve, and what it did.</summary>
/// <param name="Claim">What is meant.</param>
/// <param name="Measured">The figure that decides.</param>
/// <param name="IsMet">Whether it does.</param>
/// <param name="Misses">The workloads that fall short, with the figure of each; none where a mean falls short.</param>
public sealed record Target(string Claim, string Measured, bool IsMet, IReadOnlyList<(string Workload, string Measured)> Misses);

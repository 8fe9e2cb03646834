namespace LossGen.Benchmarks.Quick;

/// <summary>How long one run of a workload took a contender, in each round.</summary>
/// <param name="Contender">The contender's name.</param>
/// <param name="Rounds">Nanoseconds per run.</param>
public sealed record Timing(string Contender, IReadOnlyList<double> Rounds)
{
    /// <summary>Nanoseconds per run.</summary>
    public double Median { get; } = InterleavedTimer.Median(Rounds);

    /// <summary>How many times as long as another it took: the median over the rounds, each of which compares its own two times.</summary>
    public double RatioTo(Timing other) => InterleavedTimer.Median(Rounds.Zip(other.Rounds, static (own, others) => own / others));
}

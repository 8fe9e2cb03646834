namespace DataParallel.Scaling;

/// <summary>
/// What an all-reduce over a ring takes, by the α-β model: each of R ranks sends 2·(R − 1) messages of 1/R of the bytes, each of which takes the latency α and its size by the bandwidth.
/// </summary>
/// <param name="LatencySeconds">α, the time of an empty message.</param>
/// <param name="BytesPerSecond">The bandwidth between neighbours.</param>
public readonly record struct RingAllReduce(double LatencySeconds, double BytesPerSecond)
{
    /// <summary>The time in seconds; 0 for one rank.</summary>
    /// <param name="ranks">The number of ranks.</param>
    /// <param name="bytes">What is reduced.</param>
    public double Seconds(int ranks, long bytes) => 2.0 * (ranks - 1) * (LatencySeconds + ((double)bytes / ranks / BytesPerSecond));
}

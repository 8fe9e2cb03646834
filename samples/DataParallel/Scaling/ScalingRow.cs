namespace DataParallel.Scaling;

/// <summary>What is predicted for a number of ranks.</summary>
/// <param name="Ranks">The number of ranks.</param>
/// <param name="Shard">The images of the largest shard.</param>
/// <param name="ComputeSeconds">The time that a step computes on such a shard, as measured.</param>
/// <param name="CommunicationSeconds">The time of its two exchanges, as the model has it.</param>
public sealed record ScalingRow(int Ranks, int Shard, double ComputeSeconds, double CommunicationSeconds)
{
    /// <summary>The time of a step. Nothing is computed while ranks exchange.</summary>
    public double StepSeconds => ComputeSeconds + CommunicationSeconds;
}

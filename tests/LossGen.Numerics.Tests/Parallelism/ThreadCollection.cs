namespace LossGen.Numerics.Tests.Parallelism;

/// <summary>Tests that count what all threads allocate, or depend on when threads run: nothing else may run at the same time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ThreadCollection
{
    public const string Name = "Threads";
}

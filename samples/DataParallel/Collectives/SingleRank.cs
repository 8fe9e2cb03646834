namespace DataParallel.Collectives;

/// <summary>The only rank of its job: a program that was not started by MPI.</summary>
public sealed class SingleRank : ICollective
{
    /// <inheritdoc/>
    public int Rank => 0;

    /// <inheritdoc/>
    public int Size => 1;

    /// <inheritdoc/>
    public void AllReduce(Span<float> values)
    {
    }

    /// <inheritdoc/>
    public void AllGather<T>(ReadOnlySpan<T> own, Span<T> all)
        where T : unmanaged
    {
        CollectiveGuard.RequireRoom(own.Length, all.Length, ranks: 1);
        own.CopyTo(all);
    }

    /// <inheritdoc/>
    public void Broadcast<T>(Span<T> values)
        where T : unmanaged
    {
    }

    /// <inheritdoc/>
    public void Abort(int exitCode)
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}

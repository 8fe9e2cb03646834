using System.Runtime.InteropServices;

namespace DataParallel.Collectives;

/// <summary>A rank that is a thread of this process.</summary>
public sealed class ThreadRank : ICollective
{
    private readonly ThreadRanks _job;

    internal ThreadRank(ThreadRanks job, int rank) => (_job, Rank) = (job, rank);

    /// <inheritdoc/>
    public int Rank { get; }

    /// <inheritdoc/>
    public int Size => _job.Size;

    /// <inheritdoc/>
    public void AllReduce(Span<float> values)
    {
        byte[][] all = _job.Exchange(Rank, MemoryMarshal.AsBytes(values).ToArray());
        values.Clear();
        foreach (byte[] bytes in all)
        {
            ReadOnlySpan<float> others = Cast<float>(bytes, values.Length);
            for (int i = 0; i < values.Length; i++)
            {
                values[i] += others[i];
            }
        }
    }

    /// <inheritdoc/>
    public void AllGather<T>(ReadOnlySpan<T> own, Span<T> all)
        where T : unmanaged
    {
        CollectiveGuard.RequireRoom(own.Length, all.Length, Size);
        foreach (byte[] bytes in _job.Exchange(Rank, MemoryMarshal.AsBytes(own).ToArray()))
        {
            Cast<T>(bytes, own.Length).CopyTo(all);
            all = all[own.Length..];
        }
    }

    /// <inheritdoc/>
    public void Broadcast<T>(Span<T> values)
        where T : unmanaged =>
        Cast<T>(_job.Exchange(Rank, MemoryMarshal.AsBytes(values).ToArray())[0], values.Length).CopyTo(values);

    /// <inheritdoc/>
    public void Abort(int exitCode) => _job.Abort();

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static ReadOnlySpan<T> Cast<T>(byte[] bytes, int length)
        where T : unmanaged
    {
        ReadOnlySpan<T> values = MemoryMarshal.Cast<byte, T>(bytes);
        return values.Length == length ? values : throw new InvalidOperationException($"One rank has {values.Length} elements where another has {length}.");
    }
}

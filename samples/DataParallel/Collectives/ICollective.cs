namespace DataParallel.Collectives;

/// <summary>One rank of a job, and what it does together with the others: each of them makes the same calls, in the same order.</summary>
public interface ICollective : IDisposable
{
    /// <summary>The number of this rank, from 0.</summary>
    int Rank { get; }

    /// <summary>The number of ranks.</summary>
    int Size { get; }

    /// <summary>Replaces each element by its sum over all ranks. Every rank gets the same bits, and so does every run on as many ranks.</summary>
    /// <param name="values">As long on every rank.</param>
    void AllReduce(Span<float> values);

    /// <summary>Gives every rank what each of them has.</summary>
    /// <param name="own">What this rank has; as long on every rank.</param>
    /// <param name="all">Overwritten with that of rank 0, then that of rank 1, and so on.</param>
    /// <exception cref="ArgumentException"><paramref name="all"/> does not have room for exactly that.</exception>
    void AllGather<T>(ReadOnlySpan<T> own, Span<T> all)
        where T : unmanaged;

    /// <summary>Gives every rank what rank 0 has.</summary>
    /// <param name="values">Read on rank 0, overwritten on the others; as long on every rank.</param>
    void Broadcast<T>(Span<T> values)
        where T : unmanaged;

    /// <summary>Ends the job on every rank, those included that wait for this one. It need not return.</summary>
    /// <param name="exitCode">The exit code of the job.</param>
    void Abort(int exitCode);
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DataParallel.Collectives.Mpi;

/// <summary>A rank that is a process, started with others by Open MPI's <c>mpirun</c>.</summary>
public sealed class MpiRank : ICollective
{
    private readonly nint _world;
    private readonly nint _bytes;
    private readonly nint _floats;
    private readonly nint _sum;

    /// <summary>Joins the job. A process does so once.</summary>
    /// <exception cref="MpiException">Open MPI is missing, or cannot be called from more than one thread.</exception>
    public MpiRank()
    {
        if (!NativeLibrary.TryLoad(NativeMpi.Library, typeof(MpiRank).Assembly, searchPath: null, out nint library))
        {
            throw new MpiException(MpiJob.MissingLibrary);
        }

        _world = NativeLibrary.GetExport(library, "ompi_mpi_comm_world");
        _bytes = NativeLibrary.GetExport(library, "ompi_mpi_byte");
        _floats = NativeLibrary.GetExport(library, "ompi_mpi_float");
        _sum = NativeLibrary.GetExport(library, "ompi_mpi_op_sum");
        Check(NativeMpi.InitThread(0, 0, NativeMpi.ThreadSerialized, out int provided));
        if (provided < NativeMpi.ThreadSerialized)
        {
            throw new MpiException($"This build of Open MPI supports threads only at level {provided}, and level {NativeMpi.ThreadSerialized} is needed (MPI_THREAD_SERIALIZED).");
        }

        Check(NativeMpi.CommRank(_world, out int rank));
        Check(NativeMpi.CommSize(_world, out int size));
        (Rank, Size) = (rank, size);
    }

    /// <inheritdoc/>
    public int Rank { get; }

    /// <inheritdoc/>
    public int Size { get; }

    /// <inheritdoc/>
    public unsafe void AllReduce(Span<float> values)
    {
        fixed (float* start = values)
        {
            Check(NativeMpi.AllReduce(NativeMpi.InPlace, start, values.Length, _floats, _sum, _world));
        }
    }

    /// <inheritdoc/>
    public unsafe void AllGather<T>(ReadOnlySpan<T> own, Span<T> all)
        where T : unmanaged
    {
        CollectiveGuard.RequireRoom(own.Length, all.Length, Size);
        int bytes = checked(own.Length * sizeof(T));
        fixed (T* send = own, receive = all)
        {
            Check(NativeMpi.AllGather(send, bytes, _bytes, receive, bytes, _bytes, _world));
        }
    }

    /// <inheritdoc/>
    public unsafe void Broadcast<T>(Span<T> values)
        where T : unmanaged
    {
        fixed (T* start = values)
        {
            Check(NativeMpi.Broadcast(start, checked(values.Length * sizeof(T)), _bytes, 0, _world));
        }
    }

    /// <inheritdoc/>
    public void Abort(int exitCode) => Check(NativeMpi.Abort(_world, exitCode));

    /// <summary>Leaves the job, once every rank does.</summary>
    public void Dispose() => Check(NativeMpi.FinalizeJob());

    private static void Check(int result, [CallerArgumentExpression(nameof(result))] string call = "")
    {
        if (result != 0)
        {
            throw new MpiException($"MPI failed with error {result}, in {call[..call.IndexOf('(', StringComparison.Ordinal)]}.");
        }
    }
}

using System.Runtime.InteropServices;

namespace DataParallel.Collectives.Mpi;

/// <summary>
/// The functions of MPI that this sample calls, as Open MPI has them: its handles are addresses of objects that the library exports, where other implementations have numbers.
/// Each function returns 0; after an error, MPI ends the job.
/// </summary>
internal static partial class NativeMpi
{
    /// <summary>Any thread may call MPI, one at a time.</summary>
    public const int ThreadSerialized = 2;

    /// <summary>Open MPI 3, 4 and 5 all have this number.</summary>
    public const string Library = "libmpi.so.40";

    [LibraryImport(Library, EntryPoint = "MPI_Init_thread")]
    public static partial int InitThread(nint argumentCount, nint arguments, int required, out int provided);

    [LibraryImport(Library, EntryPoint = "MPI_Comm_rank")]
    public static partial int CommRank(nint communicator, out int rank);

    [LibraryImport(Library, EntryPoint = "MPI_Comm_size")]
    public static partial int CommSize(nint communicator, out int size);

    /// <param name="send">The address of what is sent; <see cref="InPlace"/> stands for <paramref name="receive"/>.</param>
    /// <param name="receive">The address of the sums.</param>
    /// <param name="count">The number of elements.</param>
    /// <param name="type">Their type.</param>
    /// <param name="operation">What is done with them.</param>
    /// <param name="communicator">The ranks.</param>
    [LibraryImport(Library, EntryPoint = "MPI_Allreduce")]
    public static unsafe partial int AllReduce(void* send, void* receive, int count, nint type, nint operation, nint communicator);

    [LibraryImport(Library, EntryPoint = "MPI_Allgather")]
    public static unsafe partial int AllGather(void* send, int sendCount, nint sendType, void* receive, int receiveCount, nint receiveType, nint communicator);

    [LibraryImport(Library, EntryPoint = "MPI_Bcast")]
    public static unsafe partial int Broadcast(void* values, int count, nint type, int root, nint communicator);

    [LibraryImport(Library, EntryPoint = "MPI_Abort")]
    public static partial int Abort(nint communicator, int exitCode);

    [LibraryImport(Library, EntryPoint = "MPI_Finalize")]
    public static partial int FinalizeJob();

    /// <summary>The address that stands for a buffer that is both.</summary>
    public static unsafe void* InPlace => (void*)1;
}

namespace DataParallel.Collectives.Mpi;

/// <summary>Whether this process was started as a rank of a job, which its environment says before MPI is loaded.</summary>
public static class MpiJob
{
    private const string OwnRank = "OMPI_COMM_WORLD_RANK";

    // What other implementations of MPI, and launchers of clusters, set.
    private static readonly string[] s_others = ["PMI_RANK", "PMIX_RANK", "MPI_LOCALRANKID"];

    /// <summary>What is said where the library is missing.</summary>
    public static string MissingLibrary =>
        $"This process was started as a rank of an MPI job, but Open MPI's library, {NativeMpi.Library}, does not load: install the package openmpi-bin (Debian, Ubuntu) or openmpi (Fedora) "
        + "on every host; or start the program without mpirun.";

    /// <summary>Whether it was started by Open MPI.</summary>
    /// <exception cref="MpiException">It was started by another implementation of MPI.</exception>
    public static bool IsRank(Func<string, string?> variable) =>
        variable(OwnRank) is not null
        || (s_others.FirstOrDefault(name => variable(name) is not null) is { } other
            ? throw new MpiException($"This process was started as a rank by a launcher that sets {other}; this program knows only Open MPI: start it with Open MPI's mpirun, of the package openmpi-bin.")
            : false);

    /// <summary>Whether this process is the one that prints: rank 0, or the only one.</summary>
    public static bool IsFirst(Func<string, string?> variable) => variable(OwnRank) is null or "0";
}

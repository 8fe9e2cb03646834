namespace DataParallel.Collectives.Mpi;

/// <summary>MPI is missing, or a call of it failed; the message says what to do.</summary>
public sealed class MpiException(string message) : Exception(message);

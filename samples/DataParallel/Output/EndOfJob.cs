using System.Runtime.InteropServices;

namespace DataParallel.Output;

/// <summary>Says why the job ends where MPI ends it because another rank has died.</summary>
public sealed class EndOfJob : IDisposable
{
    private readonly PosixSignalRegistration _registration;
    private volatile string _advice = "No checkpoint was written.";

    /// <summary>Waits for the signal by which <c>mpirun</c> ends the ranks that are left.</summary>
    public EndOfJob() =>
        _registration = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Console.Error.WriteLine($"The job was ended from outside, which mpirun does when a rank has died. {_advice}"));

    /// <summary>Takes note of a checkpoint.</summary>
    /// <param name="epoch">The epoch after which it was written.</param>
    /// <param name="path">Its file.</param>
    public void Written(int epoch, string path) => _advice = $"'{path}' is a checkpoint after epoch {epoch}: continue with the same options and --resume.";

    /// <inheritdoc/>
    public void Dispose() => _registration.Dispose();
}

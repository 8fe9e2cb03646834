namespace LossGen.Benchmarks.Contenders;

/// <summary>A workload that a contender is ready to run, any number of times.</summary>
public interface IComputation : IDisposable
{
    /// <summary>The value of the last run; NaN before it, or if the workload has none.</summary>
    double Value { get; }

    /// <summary>Computes it once: the part that is timed.</summary>
    void Run();

    /// <summary>Copies a part of the last run's gradient, to be checked.</summary>
    /// <param name="start">The first element to copy.</param>
    /// <param name="destination">The span to fill.</param>
    void CopyGradient(int start, Span<double> destination);
}

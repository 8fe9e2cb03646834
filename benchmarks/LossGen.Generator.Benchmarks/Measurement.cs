namespace LossGen.Generator.Benchmarks;

/// <summary>One run of the generator.</summary>
/// <param name="Milliseconds">The time that the driver reports.</param>
/// <param name="FilesWritten">The number of files that were written rather than kept.</param>
internal sealed record Measurement(double Milliseconds, int FilesWritten);

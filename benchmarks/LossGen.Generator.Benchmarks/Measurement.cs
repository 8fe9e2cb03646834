namespace LossGen.Generator.Benchmarks;

/// <summary>One run of the generator.</summary>
/// <param name="Milliseconds">What the driver says it took.</param>
/// <param name="FilesWritten">How many files were written anew rather than kept.</param>
internal sealed record Measurement(double Milliseconds, int FilesWritten);

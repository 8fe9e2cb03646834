namespace LossGen.Benchmarks.Contenders;

/// <summary>Two contenders computed different results for the same inputs: their times mean nothing.</summary>
public sealed class DisagreementException(string message) : Exception(message);

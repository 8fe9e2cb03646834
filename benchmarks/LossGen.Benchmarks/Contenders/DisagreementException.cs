namespace LossGen.Benchmarks.Contenders;

/// <summary>A contender computed something else: its times mean nothing.</summary>
public sealed class DisagreementException(string message) : Exception(message);

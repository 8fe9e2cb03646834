namespace LossGen.Benchmarks.Contenders;

/// <summary>A contender computed something else: its times are meaningless.</summary>
public sealed class DisagreementException(string message) : Exception(message);

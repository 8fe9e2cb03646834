namespace LossGen.Explain;

/// <summary>What was asked for cannot be shown: the message says what was given, what is allowed, and what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);

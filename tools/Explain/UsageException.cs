namespace LossGen.Explain;

/// <summary>The request cannot be shown: the message says what was given, what is allowed, and what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);

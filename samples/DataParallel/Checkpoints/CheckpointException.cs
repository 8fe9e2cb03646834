namespace DataParallel.Checkpoints;

/// <summary>A checkpoint cannot be read, or does not fit what is to be resumed.</summary>
public sealed class CheckpointException(string message, Exception? innerException = null) : Exception(message, innerException);

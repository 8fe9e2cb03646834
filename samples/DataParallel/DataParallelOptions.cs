using DataParallel.Training;

namespace DataParallel;

/// <summary>What the command line asks for.</summary>
/// <param name="Training">What is trained.</param>
/// <param name="Threads">The number of ranks, as threads of this process, where MPI did not start it.</param>
/// <param name="IsVocabularyParallel">Whether ranks share the classes rather than the images.</param>
/// <param name="Checkpoint">The file of checkpoints; null for none.</param>
/// <param name="Resume">Whether to go on from it.</param>
/// <param name="Evaluate">Whether to evaluate its network instead of training.</param>
/// <param name="Simulate">Up to how many ranks scaling is predicted instead of training; 0 for training.</param>
/// <param name="LatencyMicroseconds">The latency of a message, for that.</param>
/// <param name="GigabytesPerSecond">The bandwidth, for that.</param>
public sealed record DataParallelOptions(
    TrainingSettings Training, int Threads, bool IsVocabularyParallel, string? Checkpoint, bool Resume, bool Evaluate, int Simulate, int LatencyMicroseconds, int GigabytesPerSecond);

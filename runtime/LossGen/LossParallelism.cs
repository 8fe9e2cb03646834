namespace LossGen;

/// <summary>How many threads the calls of a loss may use. The value and the gradients are bit for bit the same, whatever the number of threads.</summary>
public enum LossParallelism
{
    /// <summary>Only the calling thread.</summary>
    None,

    /// <summary>
    /// Large inputs are shared with the thread pool, in blocks of a fixed size whose sums are added in order; the calling thread takes part, and
    /// waits only for blocks that another thread has begun. Inputs too small to gain by it are left to the calling thread.
    /// </summary>
    Auto,
}

namespace LossGen;

/// <summary>How many threads the calls of a loss may use. The value and the gradients are the same, bit for bit, whatever their number.</summary>
public enum LossParallelism
{
    /// <summary>The calling thread alone.</summary>
    None,

    /// <summary>
    /// Large inputs are shared with the thread pool, in blocks of a fixed size whose sums are added in their order; the calling thread takes its part, and
    /// waits for nothing but blocks that another thread has begun. Inputs too small to gain by it are left to the calling thread.
    /// </summary>
    Auto,
}

using LossGen.CompilerServices;

namespace LossGen.Numerics.Tests.Parallelism;

/// <summary>When a block fails, on whichever thread, the call throws its exception once, after every thread has left the kernel.</summary>
[Collection(ThreadCollection.Name)]
public sealed class FailureTests
{
    private const int Blocks = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void OneBlockFails(int threads)
    {
        for (int block = 0; block < Blocks; block++)
        {
            Counts counts = new();
            Exception? failure = Threads.With(threads, () => Record.Exception(() => Run(counts, block, block)));
            Assert.Equal(0, Volatile.Read(ref counts.Inside));
            Assert.Equal($"Block {block}.", Assert.IsType<InvalidOperationException>(failure).Message);
            Assert.Equal(1, counts.Failures);
            AssertNextCallWorks(threads);
        }
    }

    /// <summary>Whatever fails besides, the caller learns of one, and the process of none.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void EveryBlockFails(int threads)
    {
        for (int i = 0; i < Blocks; i++)
        {
            Counts counts = new();
            Exception? failure = Threads.With(threads, () => Record.Exception(() => Run(counts, 0, Blocks - 1)));
            Assert.Equal(0, Volatile.Read(ref counts.Inside));
            Assert.IsType<InvalidOperationException>(failure);
            Assert.InRange(counts.Failures, 1, threads);
            AssertNextCallWorks(threads);
        }
    }

    private static void AssertNextCallWorks(int threads)
    {
        Counts counts = new();
        Assert.Equal(Blocks, Threads.With(threads, () => Run(counts, Blocks, Blocks)));
        Assert.Equal(0, Volatile.Read(ref counts.Inside));
        Assert.Equal(0, counts.Failures);
    }

    private static double Run(Counts counts, int firstFailing, int lastFailing)
    {
        FailingKernel kernel = new(counts, firstFailing, lastFailing);
        return LargeInput.Sum(ref kernel, Blocks, 1, 1, nuint.MaxValue);
    }

    private sealed class Counts
    {
        public int Inside;
        public int Failures;
    }

    // Slow enough that others are at work when one fails.
    private readonly ref struct FailingKernel(Counts counts, int firstFailing, int lastFailing) : IBlockKernel
    {
        private readonly Counts counts = counts;
        private readonly int firstFailing = firstFailing;
        private readonly int lastFailing = lastFailing;

        public static int ScratchBytes => 64;

        public bool IsInPlace => false;

        public double Run<TStore>(nuint start, nuint end, ref byte scratch)
            where TStore : struct, IVectorStore
        {
            Interlocked.Increment(ref counts.Inside);
            try
            {
                Thread.Sleep(TimeSpan.FromMicroseconds(100));
                if ((int)start < firstFailing || (int)start > lastFailing)
                {
                    return 1;
                }

                Interlocked.Increment(ref counts.Failures);
                throw new InvalidOperationException($"Block {start}.");
            }
            finally
            {
                Interlocked.Decrement(ref counts.Inside);
            }
        }
    }
}

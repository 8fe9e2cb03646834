using LossGen.CompilerServices;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Parallelism;

/// <summary>Every block is run once, and the sums are added in order, whichever threads run them, however many calls run at once, and whatever fails.</summary>
[Collection(ThreadCollection.Name)]
public sealed class LargeInputTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(17, 1)]
    [InlineData(100_003, 1000)]
    [InlineData(5_001, 1)]
    [InlineData(20_000, 3)]
    [InlineData(30_011, 2)]
    public void EveryBlockIsRunOnce(int count, int blockSize)
    {
        double[] prediction = new Data(count).Normal(count);
        foreach (int threads in Threads.Counts)
        {
            Threads.With(threads, () =>
            {
                double[] visits = new double[count];
                Assert.Equal(CountingKernel.Expected(prediction, blockSize), CountingKernel.Sum(prediction, visits, blockSize));
                Assert.All(visits, static visited => Assert.Equal(1, visited));
            });
        }
    }

    [Fact]
    public void CallsAtTheSameTimeDoNotMix()
    {
        Exception?[] failures = new Exception?[6];
        Thread[] callers = [.. Enumerable.Range(0, failures.Length).Select(caller => new Thread(() => failures[caller] = Record.Exception(() => Threads.With(3, () => CallAgainAndAgain(caller)))))];
        Array.ForEach(callers, static caller => caller.Start());
        Array.ForEach(callers, static caller => caller.Join());
        Assert.All(failures, Assert.Null);
    }

    // Short calls, so that helpers often come when their call is over and another call has the job.
    private static void CallAgainAndAgain(int caller)
    {
        Data data = new(caller);
        (double[] Prediction, int BlockSize, double Expected)[] calls =
        [
            .. new[] { 1, 7, 50, 333, 4_500, 9_000 }.Select(count => data.Normal(count))
                .Select((prediction, i) => (prediction, 1 + (i % 3), CountingKernel.Expected(prediction, 1 + (i % 3)))),
        ];
        for (int round = 0; round < 500; round++)
        {
            foreach ((double[] prediction, int blockSize, double expected) in calls)
            {
                double[] visits = new double[prediction.Length];
                Assert.Equal(expected, CountingKernel.Sum(prediction, visits, blockSize));
                Assert.DoesNotContain(visits, static visited => visited != 1);
            }
        }
    }

    [Fact]
    public void FailureOfABlockIsThrownByTheCall()
    {
        double[] prediction = new double[2_000];
        for (int i = 0; i < 200; i++)
        {
            prediction[i * 10] = double.NaN;
            Threads.With(1 + (i % 4), () => Assert.Throws<InvalidOperationException>(() => CountingKernel.Sum(prediction, new double[prediction.Length], 1)));
            prediction[i * 10] = 0;
            Threads.With(1 + (i % 4), () => Assert.Equal(0, CountingKernel.Sum(prediction, new double[prediction.Length], 1)));
        }
    }

    [Fact]
    public void FailureOnAnotherThreadIsThrownByTheCall()
    {
        double[] prediction = new double[4_000];
        prediction.AsSpan().Fill(double.PositiveInfinity);
        Exception? failure = null;
        Thread caller = new(() => failure = Record.Exception(() => Threads.With(2, () => CountingKernel.Sum(prediction, new double[prediction.Length], 1))));
        caller.Start();
        caller.Join();
        Assert.IsType<InvalidOperationException>(failure);
    }

    /// <summary>A helper that was asked for by a call that is over finds the gate shut.</summary>
    [Fact]
    public void LateHelperTouchesNothing()
    {
        ParallelJob job = new();
        ((IThreadPoolWorkItem)job).Execute();
        ((IThreadPoolWorkItem)job).Execute();
    }
}

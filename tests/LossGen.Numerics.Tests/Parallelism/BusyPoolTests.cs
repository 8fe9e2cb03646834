using LossGen.Numerics.Tests.Properties;
using LossGen.Numerics.Tests.Support;

namespace LossGen.Numerics.Tests.Parallelism;

/// <summary>While every thread of the pool waits for something else, calls get along without them: the calling thread takes all blocks, and what it asked for does not pile up.</summary>
[Collection(ThreadCollection.Name)]
public sealed class BusyPoolTests
{
    private const int Calls = 200;
    private const int ThreadsWanted = 8;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static TheoryData<string> Losses => ParallelLossTests.Losses;

    [Theory]
    [MemberData(nameof(Losses))]
    public void CallsNeedNoThreadOfThePool(string loss)
    {
        ParallelLoss declared = ParallelLoss.Of(loss);
        (object serial, object parallel) = declared.Compile(ElementType.Single);
        LossInputs inputs = declared.Inputs();
        LossResult expected = declared.Run(serial, inputs);
        using BusyPool pool = new();
        InTime(() => expected.AssertSameBits(Threads.With(ThreadsWanted, () => declared.Run(parallel, inputs))));
        Assert.True(pool.IsBusy);
    }

    [Fact]
    public void RequestsDoNotPileUp()
    {
        double[] prediction = new Data(1).Normal(5_001);
        double expected = CountingKernel.Expected(prediction, 1);
        using BusyPool pool = new();
        long before = ThreadPool.PendingWorkItemCount;
        InTime(() => Threads.With(ThreadsWanted, () =>
        {
            for (int i = 0; i < Calls; i++)
            {
                Assert.Equal(expected, CountingKernel.Sum(prediction, new double[prediction.Length], 1));
            }
        }));

        // One job's, which every call used after another. The pool may have been asked for something else meanwhile.
        Assert.InRange(ThreadPool.PendingWorkItemCount - before, 0, 2 * ThreadsWanted);
        Assert.True(pool.IsBusy);
    }

    // On a thread of its own: should it never end, the test does.
    private static void InTime(Action run)
    {
        Exception? failure = null;
        Thread caller = new(() => failure = Record.Exception(run)) { IsBackground = true };
        caller.Start();
        Assert.True(caller.Join(Limit), $"A call takes more than {Limit} while the pool is busy.");
        Assert.Null(failure);
    }
}

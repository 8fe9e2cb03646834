using System.Diagnostics;
using LossGen.Numerics.Tests.Properties;
using LossGen.Numerics.Tests.Support;
using LossGen.Tests;

namespace LossGen.Numerics.Tests.Parallelism;

/// <summary>One loss that many threads call at the same time gives each of them the bits that it gives to one thread alone.</summary>
[Collection(ThreadCollection.Name)]
public sealed class ConcurrentCallTests(ITestOutputHelper output)
{
    private const int Callers = 6;
    private const int CasesPerLoss = 8;
    private const int MostThreads = 8;

    // A gradient of a hundred thousand elements is large enough to be shared, and small enough that there are thousands of calls in a minute.
    private const int MostElements = 100_000;
    private static readonly TimeSpan Ordinary = TimeSpan.FromSeconds(2);

    public static TheoryData<string> Losses => ParallelLossTests.Losses;

    [Theory]
    [MemberData(nameof(Losses))]
    public void ManyThreadsCallOneLoss(string loss)
    {
        ParallelLoss declared = ParallelLoss.Of(loss);
        foreach (ElementType element in RandomRun.OneOf(Array.IndexOf(ParallelLoss.All, declared), ElementType.Single, ElementType.Double))
        {
            (object serial, object parallel) = declared.Compile(element);
            LossInputs inputs = declared.Inputs(Math.Max(1, MostElements / declared.ElementsPerSample), seed: 2);
            LossResult expected = declared.Run(serial, inputs);
            AtTheSameTime(caller => expected.AssertSameBits(Threads.With(1 + (caller % 4), () => declared.Run(parallel, inputs))));
        }
    }

    /// <summary>Random losses, sizes and numbers of threads, for the minutes that <c>LOSSGEN_STRESS_MINUTES</c> says: one in a deep run, seconds in an ordinary one.</summary>
    [Fact]
    public void RandomCallsForAWhile()
    {
        TimeSpan limit = RandomRun.Setting("LOSSGEN_STRESS_MINUTES") is { } minutes ? TimeSpan.FromMinutes(minutes) : RandomRun.IsDeep ? TimeSpan.FromMinutes(1) : Ordinary;
        Case[] cases = [.. ParallelLoss.All.SelectMany((loss, index) => Drawn(loss, new Random(RandomRun.SeedOfTheRun + index)))];
        long calls = 0;
        Stopwatch time = Stopwatch.StartNew();
        AtTheSameTime(caller =>
        {
            Random random = new(RandomRun.SeedOfTheRun + caller);
            while (time.Elapsed < limit)
            {
                Case drawn = cases[random.Next(cases.Length)];
                drawn.Expected.AssertSameBits(Threads.With(random.Next(1, MostThreads + 1), () => drawn.Declared.Run(drawn.Loss, drawn.Inputs)));
                Interlocked.Increment(ref calls);
            }
        });
        output.WriteLine(FormattableString.Invariant($"{calls} times all members of a loss, by {Callers} threads in {time.Elapsed.TotalSeconds:F0} s, LOSSGEN_SEED={RandomRun.SeedOfTheRun}"));
        Assert.True(calls >= Callers);
    }

    private static IEnumerable<Case> Drawn(ParallelLoss declared, Random random)
    {
        for (int i = 0; i < CasesPerLoss; i++)
        {
            (object serial, object parallel) = declared.Compile(random.Next(2) == 0 ? ElementType.Single : ElementType.Double);
            int samples = (int)Math.Exp(random.NextDouble() * Math.Log(MostElements / declared.ElementsPerSample));
            LossInputs inputs = declared.Inputs(samples, random.Next());
            yield return new Case(declared, parallel, inputs, declared.Run(serial, inputs));
        }
    }

    // On threads of their own, which all start before any of them calls.
    private static void AtTheSameTime(Action<int> run)
    {
        using Barrier start = new(Callers);
        Exception?[] failures = new Exception?[Callers];
        Thread[] callers = [.. Enumerable.Range(0, Callers).Select(caller => new Thread(() => failures[caller] = Record.Exception(() =>
        {
            start.SignalAndWait();
            run(caller);
        })))];
        Array.ForEach(callers, static caller => caller.Start());
        Array.ForEach(callers, static caller => caller.Join());
        Assert.All(failures, Assert.Null);
    }

    private sealed record Case(ParallelLoss Declared, object Loss, LossInputs Inputs, LossResult Expected);
}

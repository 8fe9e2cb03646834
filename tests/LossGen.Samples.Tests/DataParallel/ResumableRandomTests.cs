extern alias DataParallelSample;

using DataParallelSample::DataParallel.Training;

namespace LossGen.Samples.Tests.DataParallel;

/// <summary>Random numbers that can be saved.</summary>
public sealed class ResumableRandomTests
{
    // The first outputs of SplitMix64 for a state of 1234567, as published with it.
    [Fact]
    public void ItIsSplitMix64()
    {
        var random = new ResumableRandom(1234567);
        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => random.NextBits()));
    }

    [Fact]
    public void ItGoesOnFromASavedState()
    {
        var random = new ResumableRandom(3);
        random.Shuffle(new int[100]);
        var resumed = new ResumableRandom(random.State);
        for (int i = 0; i < 100; i++)
        {
            Assert.Equal(random.Next(i + 1), resumed.Next(i + 1));
            Assert.Equal(random.Next(-3, i), resumed.Next(-3, i));
            Assert.Equal(random.NextDouble(), resumed.NextDouble());
        }
    }

    [Fact]
    public void ItsNumbersAreSpreadEvenly()
    {
        var random = new ResumableRandom(4);
        var counts = new int[7];
        for (int i = 0; i < 70_000; i++)
        {
            counts[random.Next(-3, 4) + 3]++;
        }

        // Six standard deviations, of a binomial distribution of 70,000 draws and a seventh.
        Assert.All(counts, static count => Assert.InRange(count, 10_000 - 560, 10_000 + 560));
    }
}

extern alias DataParallelSample;

using DataParallelSample::DataParallel.Checkpoints;
using DataParallelSample::DataParallel.Collectives;
using DataParallelSample::DataParallel.Training;
using DataParallelSample::Digits;

namespace LossGen.Samples.Tests.DataParallel;

/// <summary>What is saved, and how it is read again.</summary>
public sealed class CheckpointTests : IDisposable
{
    private static readonly Checkpoint s_checkpoint = new(
        new TrainingSettings(Epochs: 9, Seed: 2, BatchSize: 33, UnlabelledPercent: 4),
        Ranks: 3,
        RandomState: 0x8000000000000001,
        [new EpochResult(1, 0.5, 0.25, 300, 359), new EpochResult(2, 0.125, double.NaN, 310, 359)],
        [1, float.Epsilon, -0f],
        [float.NegativeInfinity, 2, 3]);

    private readonly string _folder = Directory.CreateTempSubdirectory("checkpoint").FullName;

    private string Path => System.IO.Path.Combine(_folder, "trained");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void EveryRankReadsWhatRankZeroHasWritten()
    {
        new CheckpointFile(Path).Write(s_checkpoint);
        ThreadRanks.Run(3, rank =>
        {
            Checkpoint read = new CheckpointFile(rank.Rank == 0 ? Path : "elsewhere").Read(rank);
            Assert.Equal(s_checkpoint.ToBytes(), read.ToBytes());
            Assert.Equal((s_checkpoint.Settings, s_checkpoint.Ranks, s_checkpoint.RandomState), (read.Settings, read.Ranks, read.RandomState));
            Assert.Equal(s_checkpoint.Results, read.Results);
            Assert.Equal(s_checkpoint.Weights, read.Weights);
            Assert.Equal(s_checkpoint.Velocities, read.Velocities);
        });
    }

    [Fact]
    public void AFileThatWasNotFinishedDoesNotMatter()
    {
        var file = new CheckpointFile(Path);
        file.Write(s_checkpoint);
        File.WriteAllBytes(Path + ".tmp", s_checkpoint.ToBytes()[..20]);
        Assert.Equal(s_checkpoint.ToBytes(), Read().ToBytes());

        Checkpoint next = s_checkpoint with { RandomState = 7 };
        file.Write(next);
        Assert.Equal(next.ToBytes(), Read().ToBytes());
        Assert.Equal([Path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void ADamagedFileIsRefused()
    {
        byte[] bytes = s_checkpoint.ToBytes();
        for (int place = 0; place < bytes.Length; place++)
        {
            byte[] damaged = [.. bytes];
            damaged[place] ^= 16;
            Assert.Throws<CheckpointException>(() => Checkpoint.FromBytes(damaged));
            Assert.Throws<CheckpointException>(() => Checkpoint.FromBytes(bytes[..place]));
        }
    }

    [Fact]
    public void OtherSettingsAreRefused()
    {
        s_checkpoint.Require(s_checkpoint.Settings, parameters: 3);
        CheckpointException failure = Assert.Throws<CheckpointException>(static () => s_checkpoint.Require(s_checkpoint.Settings with { Epochs = 10 }, parameters: 3));
        Assert.Equal(
            "The checkpoint was saved with --epochs 9 --seed 2 --batch 33 --unlabelled 4; resume with these options, not with --epochs 10 --seed 2 --batch 33 --unlabelled 4.",
            failure.Message);
        Assert.Throws<CheckpointException>(static () => s_checkpoint.Require(s_checkpoint.Settings, parameters: 4));
    }

    [Fact]
    public void AFileThatCannotBeUsedIsNamed()
    {
        Assert.StartsWith($"The checkpoint '{Path}' cannot be read: ", Assert.Throws<CheckpointException>(() => Read()).Message, StringComparison.Ordinal);
        File.WriteAllText(Path, "something else");
        Assert.Equal($"The checkpoint '{Path}' cannot be read: it is no checkpoint of this program.", Assert.Throws<CheckpointException>(() => Read()).Message);
        var nowhere = new CheckpointFile(System.IO.Path.Combine(Path, "missing", "trained"));
        Assert.Contains("cannot be written: ", Assert.Throws<CheckpointException>(() => nowhere.Write(s_checkpoint)).Message, StringComparison.Ordinal);
    }

    private Checkpoint Read()
    {
        using var rank = new SingleRank();
        return new CheckpointFile(Path).Read(rank);
    }
}

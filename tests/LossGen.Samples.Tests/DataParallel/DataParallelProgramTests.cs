extern alias DataParallelSample;

using System.Diagnostics;
using System.Text.RegularExpressions;
using DataParallelSample::DataParallel.Collectives.Mpi;

namespace LossGen.Samples.Tests.DataParallel;

/// <summary>The sample that trains on several ranks, from its command line.</summary>
public sealed class DataParallelProgramTests
{
    private const string Sample = "DataParallel";

    [Theory]
    [InlineData("1", ", 1 rank\n")]
    [InlineData("3", ", 3 ranks\n")]
    public async Task ItTrainsWithoutMpi(string threads, string ranks)
    {
        SampleProcess run = await SampleProcess.Run(Sample, "--epochs", "2", "--threads", threads);
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        Assert.Contains("1438 images to train on, 359 to test with, seed 1" + ranks, run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Matches("test accuracy [0-9.]+ %  \\([0-9]+ of 359\\)", run.Output);
        Assert.Single(Regex.Matches(run.Output, "test accuracy [0-9]"));
        Assert.True(run.CurveBytes > 1000);
    }

    /// <summary>Where Open MPI is installed, two processes train; elsewhere a process that was started as a rank says what to install.</summary>
    [Fact]
    public async Task ItTrainsWithMpiWhereItIsInstalled()
    {
        if (Mpirun() is { } mpirun)
        {
            var start = new ProcessStartInfo(mpirun, ["--oversubscribe", "-n", "2", SampleProcess.Host, SampleProcess.ProgramOf(Sample), "--epochs", "1"]);
            (start.Environment["OMPI_ALLOW_RUN_AS_ROOT"], start.Environment["OMPI_ALLOW_RUN_AS_ROOT_CONFIRM"]) = ("1", "1");
            SampleProcess run = await SampleProcess.Run(start);
            Assert.True(run.ExitCode == 0, run.Error);
            Assert.Contains("seed 1, 2 ranks", run.Output, StringComparison.Ordinal);
        }
        else
        {
            var start = new ProcessStartInfo(SampleProcess.Host, [SampleProcess.ProgramOf(Sample)]) { Environment = { ["OMPI_COMM_WORLD_RANK"] = "0" } };
            SampleProcess run = await SampleProcess.Run(start);
            Assert.Equal((MpiJob.MissingLibrary, 1, ""), (run.Error.TrimEnd(), run.ExitCode, run.Output));
        }
    }

    [Fact]
    public void ALauncherOfOpenMpiIsKnown()
    {
        Assert.False(MpiJob.IsRank(static _ => null));
        Assert.True(MpiJob.IsRank(static name => name is "OMPI_COMM_WORLD_RANK" or "PMIX_RANK" ? "1" : null));
        Assert.False(MpiJob.IsFirst(static name => name == "OMPI_COMM_WORLD_RANK" ? "1" : null));
        MpiException other = Assert.Throws<MpiException>(static () => MpiJob.IsRank(static name => name == "PMI_RANK" ? "0" : null));
        Assert.Contains("PMI_RANK", other.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { "--epochs", "0" }, "--epochs takes a whole number from 1 to 1000, not '0'.")]
    [InlineData(new[] { "--unlabelled", "101" }, "--unlabelled takes a whole number from 0 to 100, not '101'.")]
    [InlineData(new[] { "--vocabulary-parallel", "--checkpoint", "a" }, "--checkpoint needs the whole network on every rank: leave out --vocabulary-parallel.")]
    [InlineData(new[] { "--vocabulary-parallel", "--threads", "11" }, "--vocabulary-parallel shares 10 classes, so --threads is at most 10.")]
    [InlineData(new[] { "--epochs", "1", "--checkpoint", "" }, "--checkpoint takes the name of a file, which is empty.")]
    [InlineData(new[] { "--resume" }, "--resume needs the file of a checkpoint: add --checkpoint with its name.")]
    [InlineData(new[] { "--evaluate" }, "--evaluate needs the file of a checkpoint: add --checkpoint with its name.")]
    public async Task ItNamesABadArgument(string[] args, string message)
    {
        SampleProcess run = await SampleProcess.Run(Sample, args);
        Assert.Equal((2, message, ""), (run.ExitCode, run.Error.TrimEnd(), run.Output));
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("1", false)]
    public async Task OnlyTheFirstRankShowsHelp(string rank, bool isShown)
    {
        var start = new ProcessStartInfo(SampleProcess.Host, [SampleProcess.ProgramOf(Sample), "--help"]) { Environment = { ["OMPI_COMM_WORLD_RANK"] = rank } };
        SampleProcess run = await SampleProcess.Run(start);
        Assert.Equal(("", 0, isShown), (run.Error, run.ExitCode, run.Output.Contains("--checkpoint", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ItPredictsHowStepsScale()
    {
        SampleProcess run = await SampleProcess.Run(Sample, "--simulate", "4", "--batch", "8");
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        Assert.StartsWith("This is a prediction, not a measurement", run.Output, StringComparison.Ordinal);
        Assert.Matches("│ +4 │ +2 │", run.Output);
    }

    private static string? Mpirun() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(static folder => Path.Combine(folder, "mpirun")).FirstOrDefault(File.Exists);
}

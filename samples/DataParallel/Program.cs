using DataParallel;
using DataParallel.Checkpoints;
using DataParallel.Collectives;
using DataParallel.Collectives.Mpi;

return CommandLine.Run(args, static options =>
{
    if (options.Simulate > 0)
    {
        Job.Predict(options);
        return 0;
    }

    try
    {
        return Run(options);
    }
    catch (Exception exception) when (exception is MpiException or CheckpointException)
    {
        Console.Error.WriteLine(exception.Message);
        return 1;
    }
});

static int Run(DataParallelOptions options)
{
    if (MpiJob.IsRank(Environment.GetEnvironmentVariable))
    {
        using var rank = new MpiRank();
        return RunRank(rank, options);
    }

    if (options.Threads == 1)
    {
        using var rank = new SingleRank();
        return Job.Run(rank, options);
    }

    int exitCode = 0;
    ThreadRanks.Run(options.Threads, rank => Interlocked.CompareExchange(ref exitCode, Job.Run(rank, options), 0));
    return exitCode;
}

// A rank that fails ends the job: the others would wait for it.
static int RunRank(MpiRank rank, DataParallelOptions options)
{
    try
    {
        return Job.Run(rank, options);
    }
    catch (Exception exception)
    {
        Console.Error.WriteLine($"Rank {rank.Rank} has failed: {(exception is MpiException or CheckpointException ? exception.Message : exception)}");
        rank.Abort(1);
        return 1;
    }
}

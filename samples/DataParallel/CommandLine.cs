using System.CommandLine;
using System.CommandLine.Parsing;
using DataParallel.Collectives.Mpi;
using DataParallel.Training;
using Digits;

namespace DataParallel;

/// <summary>The options of the program.</summary>
public static class CommandLine
{
    private const int BadArgument = 2;

    /// <summary>Runs <paramref name="run"/> with the given options.</summary>
    /// <returns>The exit code: 2 for a bad argument, which is named in one line, by rank 0; otherwise that of <paramref name="run"/>.</returns>
    public static int Run(string[] args, Func<DataParallelOptions, int> run)
    {
        Option<int> epochs = WholeNumberOption.Create("--epochs", 1, 1000, 30, "The number of passes over the training images, 1 to 1000.");
        Option<int> seed = WholeNumberOption.Create("--seed", 0, int.MaxValue, 1, "The seed for the split, the weights, the order of the images and their shifts.");
        Option<int> batch = WholeNumberOption.Create("--batch", 1, 100_000, 32, "The images of a minibatch, which the ranks share, 1 to 100000.");
        Option<int> unlabelled = WholeNumberOption.Create("--unlabelled", 0, 100, 10, "The percentage of training images that have no label, 0 to 100.");
        Option<int> threads = WholeNumberOption.Create("--threads", 1, 64, 1, "The number of ranks, 1 to 64, as threads of this process; without mpirun.");
        var checkpoint = new Option<string?>("--checkpoint") { Description = "A file that holds all of the training after each epoch.", HelpName = "file" };
        var resume = new Option<bool>("--resume") { Description = "Goes on from the checkpoint." };
        var evaluate = new Option<bool>("--evaluate") { Description = "Evaluates the checkpoint on all images, shifted, instead of training." };
        var vocabulary = new Option<bool>("--vocabulary-parallel") { Description = "Ranks share the classes rather than the images; at most 10 ranks." };
        Option<int> simulate = WholeNumberOption.Create("--simulate", 0, 65_536, 0, "Predicts the time of a step on up to so many ranks, instead of training.");
        Option<int> latency = WholeNumberOption.Create("--latency", 0, 1_000_000, 5, "The time of an empty message in microseconds, for --simulate.");
        Option<int> bandwidth = WholeNumberOption.Create("--bandwidth", 1, 10_000, 10, "The bandwidth between ranks in gigabytes per second, for --simulate.");

        var command = new RootCommand("Trains the network of the other sample on several ranks, started by Open MPI's mpirun: each has a shard of every minibatch.")
        {
            epochs, seed, batch, unlabelled, threads, vocabulary, checkpoint, resume, evaluate, simulate, latency, bandwidth,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(checkpoint) is "")
            {
                result.AddError("--checkpoint takes the name of a file, which is empty.");
            }

            if ((result.GetValue(resume) || result.GetValue(evaluate)) && result.GetValue(checkpoint) is null)
            {
                result.AddError($"{(result.GetValue(resume) ? "--resume" : "--evaluate")} needs the file of a checkpoint: add --checkpoint with its name.");
            }

            if (result.GetValue(resume) && result.GetValue(evaluate))
            {
                result.AddError("--resume trains on and --evaluate does not train: leave out one of them.");
            }

            if (result.GetResult(threads) is { Implicit: false } && MpiJob.IsRank(Environment.GetEnvironmentVariable))
            {
                result.AddError("--threads is for ranks without mpirun, whose -n is their number: leave it out.");
            }

            if (result.GetValue(simulate) == 0 && (result.GetResult(latency) is { Implicit: false } || result.GetResult(bandwidth) is { Implicit: false }))
            {
                result.AddError("--latency and --bandwidth are of a simulated network: add --simulate with a number of ranks.");
            }

            if (result.GetValue(vocabulary) && result.GetValue(checkpoint) is not null)
            {
                result.AddError("--checkpoint needs the whole network on every rank: leave out --vocabulary-parallel.");
            }

            if (result.GetValue(vocabulary) && result.GetValue(threads) > DigitDataset.Classes)
            {
                result.AddError($"--vocabulary-parallel shares {DigitDataset.Classes} classes, so --threads is at most {DigitDataset.Classes}.");
            }
        });
        command.SetAction(result => run(new DataParallelOptions(
            new TrainingSettings(result.GetValue(epochs), result.GetValue(seed), result.GetValue(batch), result.GetValue(unlabelled)),
            result.GetValue(threads),
            result.GetValue(vocabulary),
            result.GetValue(checkpoint),
            result.GetValue(resume),
            result.GetValue(evaluate),
            result.GetValue(simulate),
            result.GetValue(latency),
            result.GetValue(bandwidth))));

        ParseResult parsed = command.Parse(args);
        bool isFirst = MpiJob.IsFirst(Environment.GetEnvironmentVariable);
        if (parsed.Errors is [ParseError error, ..])
        {
            if (isFirst)
            {
                Console.Error.WriteLine(string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            }

            return BadArgument;
        }

        // Help and version, which rank 0 prints for all.
        if (!isFirst && parsed.Action != command.Action)
        {
            return 0;
        }

        return parsed.Invoke();
    }
}

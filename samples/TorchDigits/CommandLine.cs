using System.CommandLine;
using System.CommandLine.Parsing;
using Digits;

namespace TorchDigits;

/// <summary>The options of the program.</summary>
public static class CommandLine
{
    private const int BadArgument = 2;

    /// <summary>Runs <paramref name="train"/> with the given options.</summary>
    /// <returns>The exit code: 2 for a bad argument, which is named in one line; otherwise that of <paramref name="train"/>.</returns>
    public static int Run(string[] args, Func<TrainingOptions, int> train)
    {
        var loss = new Option<string>("--loss")
        {
            Description = "The loss: torch's own, LossGen's as a module, or LossGen's as the start of the backward pass; all of them, side by side, unless given.",
            DefaultValueFactory = static _ => TrainingOptions.All,
        };
        loss.AcceptOnlyFromAmong([.. LossKind.All.Select(static kind => kind.Option), TrainingOptions.All]);
        Option<int> epochs = WholeNumberOption.Create("--epochs", 1, 1000, TrainingOptions.UsualEpochs, "The number of passes over the training images, 1 to 1000.");
        Option<int> seed = WholeNumberOption.Create("--seed", 0, int.MaxValue, 1, "The seed for the split, the weights and the order of the images.");

        var command = new RootCommand("Trains a small network of TorchSharp to read handwritten digits, with torch's cross-entropy and with a generated loss in its place.") { loss, epochs, seed };
        command.SetAction(result => train(new TrainingOptions(result.GetValue(loss)!, result.GetValue(epochs), result.GetValue(seed))));

        ParseResult parsed = command.Parse(args);
        if (parsed.Errors is [ParseError error, ..])
        {
            Console.Error.WriteLine(string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            return BadArgument;
        }

        return parsed.Invoke();
    }
}

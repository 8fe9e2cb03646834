using System.CommandLine;
using System.CommandLine.Parsing;

namespace Digits;

/// <summary>The options of the program.</summary>
public static class CommandLine
{
    private const int BadArgument = 2;

    /// <summary>Runs <paramref name="train"/> with the given epochs and seed.</summary>
    /// <returns>The exit code: 2 for a bad argument, which is named in one line; otherwise that of <paramref name="train"/>.</returns>
    public static int Run(string[] args, Func<int, int, int> train)
    {
        Option<int> epochs = WholeNumberOption.Create("--epochs", 1, 1000, 30, "The number of passes over the training images, 1 to 1000.");
        Option<int> seed = WholeNumberOption.Create("--seed", 0, int.MaxValue, 1, "The seed for the split, the weights and the order of the images.");

        var command = new RootCommand("Trains a small network to read handwritten digits, with a generated loss.") { epochs, seed };
        command.SetAction(result => train(result.GetValue(epochs), result.GetValue(seed)));

        ParseResult parsed = command.Parse(args);
        if (parsed.Errors is [ParseError error, ..])
        {
            Console.Error.WriteLine(error.Message.ReplaceLineEndings(" "));
            return BadArgument;
        }

        return parsed.Invoke();
    }
}

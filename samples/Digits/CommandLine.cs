using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Digits;

/// <summary>The options of the program.</summary>
public static class CommandLine
{
    private const int BadArgument = 2;

    /// <summary>Runs <paramref name="train"/> with the given epochs and seed.</summary>
    /// <returns>The exit code: 2 for a bad argument, which is named in one line; otherwise that of <paramref name="train"/>.</returns>
    public static int Run(string[] args, Func<int, int, int> train)
    {
        Option<int> epochs = WholeNumber("--epochs", 1, 1000, 30, "The number of passes over the training images, 1 to 1000.");
        Option<int> seed = WholeNumber("--seed", 0, int.MaxValue, 1, "The seed for the split, the weights and the order of the images.");

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

    private static Option<int> WholeNumber(string name, int smallest, int largest, int usual, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "number",
            DefaultValueFactory = _ => usual,
            CustomParser = argument =>
            {
                string text = argument.Tokens[0].Value;
                if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
                    || value < smallest
                    || value > largest)
                {
                    argument.AddError($"{name} takes a whole number from {smallest} to {largest}, not '{text}'.");
                }

                return value;
            },
        };
}

using System.CommandLine;
using System.CommandLine.Parsing;
using Digits;

namespace Boosting;

/// <summary>The options of the program.</summary>
public static class CommandLine
{
    private const int BadArgument = 2;

    /// <summary>Runs <paramref name="boost"/> with the given options.</summary>
    /// <returns>The exit code: 2 for a bad argument, which is named in one line; otherwise that of <paramref name="boost"/>.</returns>
    public static int Run(string[] args, Func<BoostingOptions, int> boost)
    {
        var objective = new Option<string>("--objective") { Description = "The losses to boost with.", DefaultValueFactory = static _ => BoostingOptions.All };
        objective.AcceptOnlyFromAmong("logistic", "focal", "tweedie", BoostingOptions.All);
        var booster = new Option<string>("--booster") { Description = "What grows the trees.", DefaultValueFactory = static _ => BoosterKind.Histogram.Option };
        booster.AcceptOnlyFromAmong([.. BoosterKind.All.Select(static kind => kind.Option), BoostingOptions.All]);
        Option<int> trees = WholeNumberOption.Create("--trees", 1, 1000, 100, "The number of trees of each booster, 1 to 1000.");
        Option<int> depth = WholeNumberOption.Create("--depth", 1, 12, 4, "The most splits between the root of a tree and a leaf, 1 to 12.");
        Option<int> seed = WholeNumberOption.Create("--seed", 0, int.MaxValue, 1, "The seed for the split into training and test images.");

        var command = new RootCommand("Boosts trees on handwritten digits, with the derivatives of generated losses.") { objective, booster, trees, depth, seed };
        command.SetAction(result =>
            boost(new BoostingOptions(
                result.GetValue(objective)!, result.GetValue(booster)!, result.GetValue(trees), result.GetValue(depth), result.GetValue(seed))));

        ParseResult parsed = command.Parse(args);
        if (parsed.Errors is [ParseError error, ..])
        {
            Console.Error.WriteLine(string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            return BadArgument;
        }

        return parsed.Invoke();
    }
}

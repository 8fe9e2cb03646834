using System.CommandLine;
using System.CommandLine.Parsing;

namespace LossZoo;

/// <summary>The options of the program.</summary>
public static class CommandLine
{
    private const int BadArgument = 2;

    /// <summary>Runs <paramref name="show"/> with the given losses.</summary>
    /// <returns>The exit code: 2 for a bad argument, which is named in one line; otherwise that of <paramref name="show"/>.</returns>
    public static int Run(string[] args, Func<IReadOnlyList<ILossExhibit>, int> show)
    {
        string names = string.Join(", ", LossCatalog.All.Select(static loss => loss.Name));
        var loss = new Option<IReadOnlyList<ILossExhibit>>("--loss")
        {
            Description = $"A loss to show, which may be repeated: {names}. Without it, all are shown.",
            HelpName = "name",
            CustomParser = argument =>
            {
                var found = new List<ILossExhibit>();
                foreach (Token token in argument.Tokens)
                {
                    if (LossCatalog.Find(token.Value) is { } exhibit)
                    {
                        found.Add(exhibit);
                    }
                    else
                    {
                        argument.AddError($"--loss takes one of {names}, not '{token.Value}'.");
                    }
                }

                return found;
            },
        };

        var command = new RootCommand("Shows every loss and option: value and gradient norms on a few handwritten digits.") { loss };
        command.SetAction(result => show(result.GetValue(loss) ?? LossCatalog.All));

        ParseResult parsed = command.Parse(args);
        if (parsed.Errors is [ParseError error, ..])
        {
            Console.Error.WriteLine(error.Message.ReplaceLineEndings(" "));
            return BadArgument;
        }

        return parsed.Invoke();
    }
}

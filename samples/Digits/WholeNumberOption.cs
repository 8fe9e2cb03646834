using System.CommandLine;
using System.Globalization;

namespace Digits;

/// <summary>An option of a command line that takes a whole number within limits.</summary>
public static class WholeNumberOption
{
    /// <summary>Creates it; a number outside the limits is an error that names them.</summary>
    /// <param name="name">Its name, with the hyphens.</param>
    /// <param name="smallest">The least number it takes.</param>
    /// <param name="largest">The greatest.</param>
    /// <param name="usual">The number where the option is not given.</param>
    /// <param name="description">What <c>--help</c> says.</param>
    public static Option<int> Create(string name, int smallest, int largest, int usual, string description) =>
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

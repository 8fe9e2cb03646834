using System.Globalization;
using LossGen.Generator.Losses;

namespace LossGen.Explorer.Plotting;

/// <summary>What the user chose: which number varies, over which range, and what all others are.</summary>
internal sealed class PlotSettings
{
    private PlotSettings(string[] elements, int input, double from, double to)
    {
        Elements = elements;
        Input = input;
        From = from;
        To = to;
    }

    /// <summary>The numbers of each input, as typed.</summary>
    public string[] Elements { get; }

    /// <summary>The number of the input that varies.</summary>
    public int Input { get; set; }

    /// <summary>Which of its elements varies.</summary>
    public int Element { get; set; }

    public double From { get; set; }

    public double To { get; set; }

    /// <summary>The settings at first.</summary>
    /// <param name="loss">The loss's signature.</param>
    /// <param name="spec">What it computes.</param>
    /// <param name="preset">What the example says, if its names are still those of the loss's inputs.</param>
    public static PlotSettings Of(LossSignature loss, LossSpec spec, PlotPreset? preset)
    {
        bool isPreset = preset is not null && loss.Inputs.Any(input => input.Name == preset.Input) && preset.Values.All(value => loss.Inputs.Any(input => input.Name == value.Input));
        int input = loss.Inputs.ToList().FindIndex(input => isPreset ? input.Name == preset!.Input : !input.IsOfConstructor);
        string[] elements = [.. loss.Inputs.Select(each => isPreset && preset!.Values.FirstOrDefault(value => value.Input == each.Name).Elements is { } typed ? typed : each.Default)];
        (double from, double to) = isPreset ? (preset!.From, preset.To) : LossSignature.IsOfProbabilities(spec) ? (0.01, 0.99) : (-4.0, 4.0);
        return new PlotSettings(elements, input, from, to);
    }

    /// <summary>Takes a range around the default of a parameter that is to vary, on one side of 0, as many allow no other; the range of inputs stays.</summary>
    public void SuggestRange(PlotInput input)
    {
        if (input.IsOfConstructor && double.TryParse(input.Default, NumberStyles.Float, CultureInfo.InvariantCulture, out double usual))
        {
            (From, To) = usual switch
            {
                0 => (0, 1),
                > 0 => (usual / 10, usual * 2),
                _ => (usual * 2, usual / 10),
            };
        }
    }

    /// <summary>The numbers of every input: the last one that was typed fills the rest.</summary>
    /// <exception cref="PlotException">Something typed is not a number, or there are too many of them, or the range is empty.</exception>
    public double[][] Numbers(LossSignature loss)
    {
        if (!(From < To) || !double.IsFinite(From) || !double.IsFinite(To))
        {
            throw new PlotException($"The range from {Text(From)} to {Text(To)} is empty: let it begin below its end.");
        }

        if (Element < 0 || Element >= loss.Inputs[Input].Length)
        {
            throw new PlotException($"{loss.Inputs[Input].Name} has no element {Element.ToString(CultureInfo.InvariantCulture)}: its elements are numbered from 0 to {(loss.Inputs[Input].Length - 1).ToString(CultureInfo.InvariantCulture)}.");
        }

        return [.. loss.Inputs.Select((input, number) => NumbersOf(input, Elements[number]))];
    }

    private static double[] NumbersOf(PlotInput input, string typed)
    {
        double[] given = [.. typed.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Select(number => Number(input, number))];
        return given.Length == 0 ? throw new PlotException($"{input.Name} needs at least one number: the last one is taken for all others.")
            : given.Length > input.Length ? throw new PlotException($"{input.Name} has {input.Length.ToString(CultureInfo.InvariantCulture)} elements for one sample, not {given.Length.ToString(CultureInfo.InvariantCulture)}.")
            : [.. Enumerable.Range(0, input.Length).Select(i => given[Math.Min(i, given.Length - 1)])];
    }

    // As the loss gets it: a float has fewer digits than were typed.
    private static double Number(PlotInput input, string typed) =>
        double.TryParse(typed.Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? Rounded(input, number)
            : throw new PlotException($"'{typed}' is not a number: write those of {input.Name} as 1, -0.5, 2e3.");

    /// <summary>A number as an input holds it.</summary>
    public static double Rounded(PlotInput input, double number) => input.Holds switch
    {
        NumberKind.Single => (float)number,
        NumberKind.Double => number,
        _ => Math.Round(number),
    };

    private static string Text(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
}

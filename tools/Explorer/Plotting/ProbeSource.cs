using System.Globalization;

namespace LossGen.Explorer.Plotting;

/// <summary>Writes the class that calls a loss as a user would, whatever its signature, on numbers of float64.</summary>
internal static class ProbeSource
{
    public const string Class = "LossProbe";
    public const string Method = "Evaluate";

    /// <summary>A method that takes the numbers of each input and an array for each gradient, which it fills, and returns the value.</summary>
    public static string Write(LossSignature loss)
    {
        IEnumerable<string> constructor = Numbered(loss, isOfConstructor: true).Select(static each => Argument(each.Input, each.Number));
        IEnumerable<string> call =
        [
            .. Numbered(loss, isOfConstructor: false).Select(static each => Argument(each.Input, each.Number)),
            .. loss.Gradients.Select(static (_, number) => "gradient" + Text(number)),
        ];
        IEnumerable<string> gradients = loss.Gradients.Select((input, number) => $"        var gradient{Text(number)} = new {loss.Inputs[input].Type}[gradients[{Text(number)}].Length];\n");
        IEnumerable<string> results = loss.Gradients.Select(static (_, number) => $"        for (int i = 0; i < gradient{Text(number)}.Length; i++) gradients[{Text(number)}][i] = (double)gradient{Text(number)}[i];\n");
        return $$"""
            public static class {{Class}}
            {
                public static double {{Method}}(double[][] inputs, double[][] gradients)
                {
                    var loss = new {{loss.Type}}({{string.Join(", ", constructor)}});
            {{string.Concat(gradients)}}        double value = (double)loss.ForwardBackward({{string.Join(", ", call)}});
            {{string.Concat(results)}}        return value;
                }
            }
            """;
    }

    private static IEnumerable<(PlotInput Input, int Number)> Numbered(LossSignature loss, bool isOfConstructor) =>
        loss.Inputs.Select(static (input, number) => (input, number)).Where(each => each.input.IsOfConstructor == isOfConstructor);

    private static string Argument(PlotInput input, int number)
    {
        string conversion = input.Holds == NumberKind.Truth ? "x => x != 0" : $"x => ({input.Type})x";
        string all = $"inputs[{Text(number)}]";
        return input.IsSpan ? $"global::System.Array.ConvertAll({all}, {conversion})"
            : input.Holds == NumberKind.Truth ? $"{all}[0] != 0" : $"({input.Type}){all}[0]";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Text.RegularExpressions;

namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>
/// A loss along an axis, with methods that take arrays, as reflection cannot pass spans: <c>Create</c> calls its constructor, <c>Run</c> all members of
/// the loss, <c>Direct</c> the formula, as the C# compiler understands it.
/// </summary>
/// <param name="Name">The class.</param>
/// <param name="Text">Its file, in float, for <c>[AxisLoss(Shape.Batch, 10)]</c>.</param>
internal sealed partial record AxisSource(string Name, string Text)
{
    private const string Declared = "[AxisLoss(Shape.Batch, 10)]";

    /// <summary>The losses of the sample.</summary>
    public static IReadOnlyList<AxisSource> Zoo { get; } = [.. ZooSource.NamesAlongAxis.Select(static name => new AxisSource(name, ZooSource.TextAlongAxis(name, "Zoo", false, Declared)))];

    /// <summary>A loss with a formula of its own.</summary>
    /// <param name="name">The class.</param>
    /// <param name="parameters">The formula's parameters, in float.</param>
    /// <param name="body">Its statements.</param>
    public static AxisSource Of(string name, string parameters, string body) => Totalled(name, "float", parameters, body, "");

    /// <summary>A loss with a total.</summary>
    public static AxisSource Totalled(string name, string result, string parameters, string body, string total) => new(
        name,
        $"using System; using LossGen; namespace Zoo;\n{Declared}\npublic sealed partial class {name}\n{{\n    [Formula]\n    private static {result} Value({parameters}) {{ {body} }}\n    {total}\n}}\n");

    /// <summary>The parameters of its formula.</summary>
    public IReadOnlyList<AxisParameter> Parameters { get; } = AxisParameter.In(Text);

    /// <summary>The inputs other than labels.</summary>
    public IReadOnlyList<AxisParameter> Inputs => [.. Parameters.Where(static parameter => parameter.Kind is AxisParameterKind.Elements or AxisParameterKind.Number)];

    /// <summary>The number of its labels.</summary>
    public int Labels => Parameters.Count(static parameter => parameter.Kind == AxisParameterKind.Label);

    /// <summary>How many of its parameters have a number per class.</summary>
    public int PerClass => Parameters.Count(static parameter => parameter.Kind == AxisParameterKind.PerClass);

    /// <summary>How many numbers its formula returns.</summary>
    public int Sums { get; } = TupleResult().Match(Text) is { Success: true } tuple ? tuple.Value.Count(static letter => letter == ',') + 1 : 1;

    /// <summary>Whether its value is more than the mean of its terms.</summary>
    public bool HasTotal => Text.Contains("[Total]", StringComparison.Ordinal);

    /// <summary>The file for another declaration, with the methods.</summary>
    /// <param name="shape">The attribute's arguments.</param>
    /// <param name="isDouble">Whether it computes in double.</param>
    /// <param name="name">The class's name.</param>
    public string With(string shape, bool isDouble, string name)
    {
        string inputs = string.Join(", ", Parameters.Where(static parameter => parameter.IsInput).Select(parameter => parameter.Kind == AxisParameterKind.Label ? $"System.Array.ConvertAll(labels[{Among(parameter)}], static label => ({parameter.Type})label)" : parameter.Converted($"x[{InputNumber(parameter)}]")));
        string at = string.Join(", ", Parameters.Select(parameter => parameter.Kind switch
        {
            AxisParameterKind.Elements => parameter.Converted($"x[{InputNumber(parameter)}]"),
            AxisParameterKind.Number => parameter.OfNumber($"x[{InputNumber(parameter)}][0]"),
            AxisParameterKind.Label => $"({parameter.Type})labels[{Among(parameter)}]",
            _ => Constructed(parameter),
        }));
        string created = string.Join(", ", Parameters.Where(static parameter => !parameter.IsInput).Select(Constructed));
        string terms = string.Join(", ", Enumerable.Range(1, Sums).Select(number => Sums == 1 ? "terms" : $"terms.Item{number}"));
        string text = Text.Replace(Declared, $"[AxisLoss({shape})]", StringComparison.Ordinal).Replace("class " + Name, "class " + name, StringComparison.Ordinal).TrimEnd()[..^1]
            + $$"""

                public static {{name}} Create(float[][] perClass, System.Func<string, float, float> scalar) => new({{created}});

                public float[] Run(float[][] x, int[][] labels, float[][] g, float[][] again)
                {
                    Backward({{inputs}}, {{Gradients("again")}});
                    return [Forward({{inputs}}), ForwardBackward({{inputs}}, {{Gradients("g")}})];
                }

                public float InParts(float[][] x, int[][] labels, float[][] g, int first, int elements, int locations)
                {
                    var whole = Sums({{Part(true, "x")}}) + Sums({{Part(false, "x")}});
                    Backward({{Part(true, "x")}}, whole, {{Part(true, "g")}});
                    Backward({{Part(false, "x")}}, whole, {{Part(false, "g")}});
                    return Total(whole);
                }

                public static double[] Direct(float[][] x, int[] labels, float[][] perClass, System.Func<string, float, float> scalar)
                {
                    var terms = Value({{at}});
                    return [{{terms}}];
                }

                public static double DirectTotal(double[] sums, long count, System.Func<string, float, float> scalar) => {{DirectTotal()}};
            }

            """;
        return isDouble ? ZooSource.InDouble(text) : text;
    }

    // The first samples or the rest of each input, or of each gradient.
    private string Part(bool isFirst, string array) => string.Join(", ", Parameters.Where(parameter => array == "x" ? parameter.IsInput : parameter.HasGradient).Select(parameter =>
    {
        string perSample = parameter.Kind == AxisParameterKind.Elements ? "elements" : "locations";
        string range = isFirst ? $"0, first * {perSample}" : $"first * {perSample}";
        return parameter.Kind == AxisParameterKind.Label
            ? $"System.Array.ConvertAll(labels[{Among(parameter)}], static label => ({parameter.Type})label).AsSpan({range})"
            : $"{parameter.Converted($"{array}[{InputNumber(parameter)}]")}.AsSpan({range})";
    }));

    // The value from sums, by the class's own total if it has one.
    private string DirectTotal()
    {
        if (TotalSignature().Match(Text) is not { Success: true, Groups: var groups })
        {
            return "sums[0] / count";
        }

        IEnumerable<string> arguments = groups[1].Value.Split(',').Select((parameter, number) => parameter.Split(' ')[^1] is var name && number < Sums ? $"sums[{number}]"
            : name == "count" ? "(int)count"
            : Constructed(Parameters.Single(given => given.Name == name)));
        return $"Total({string.Join(", ", arguments)})";
    }

    private string Gradients(string array) => string.Join(", ", Inputs.Where(static input => input.HasGradient).Select(input => $"{array}[{InputNumber(input)}]"));

    private string Constructed(AxisParameter parameter) => parameter.Kind == AxisParameterKind.PerClass ? $"perClass[{Among(parameter)}]" : $"scalar(\"{parameter.Name}\", {parameter.Default})";

    private int InputNumber(AxisParameter input) => Inputs.TakeWhile(other => other != input).Count();

    // Its number among those of its kind.
    private int Among(AxisParameter parameter) => Parameters.TakeWhile(other => other != parameter).Count(other => other.Kind == parameter.Kind);

    [GeneratedRegex(@"(?<=static )\((float, )+float\)(?= Value)")]
    private static partial Regex TupleResult();

    [GeneratedRegex(@"static (?:double|float) Total\(([^)]*)\)")]
    private static partial Regex TotalSignature();
}

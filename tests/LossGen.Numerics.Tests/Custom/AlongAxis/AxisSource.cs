using System.Text.RegularExpressions;

namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>
/// A loss along an axis, with methods that take arrays, as reflection cannot pass spans: <c>Run</c> calls all members of the loss, <c>Direct</c> the
/// formula, as the C# compiler understands it.
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
    public static AxisSource Of(string name, string parameters, string body) => new(
        name,
        $"using System; using LossGen; namespace Zoo;\n{Declared}\npublic sealed partial class {name}\n{{\n    [Formula]\n    private static float Value({parameters}) {{ {body} }}\n}}\n");

    /// <summary>The number of inputs that are spans.</summary>
    public int Spans => SpanParameter().Count(Text[Text.IndexOf("[Formula]", StringComparison.Ordinal)..Text.IndexOf(" Value(", StringComparison.Ordinal)] + Signature);

    public bool HasLabel => LabelParameter().IsMatch(Signature);

    private string Signature => Text[Text.IndexOf(" Value(", StringComparison.Ordinal)..Text.IndexOfAny(['{', '>'], EndOfParameters)];

    private int EndOfParameters => LastParameter().Match(Text, Text.IndexOf(" Value(", StringComparison.Ordinal)).Index;

    /// <summary>The file for another declaration, with the two methods.</summary>
    /// <param name="shape">The attribute's arguments.</param>
    /// <param name="isDouble">Whether it computes in double.</param>
    /// <param name="name">The class's name.</param>
    public string With(string shape, bool isDouble, string name)
    {
        string label = HasLabel ? ", labels" : "";
        string spans = string.Join(", ", Enumerable.Range(0, Spans).Select(static i => $"x[{i}]"));
        string gradients = string.Join(", ", Enumerable.Range(0, Spans).Select(static i => $"g[{i}]"));
        string again = string.Join(", ", Enumerable.Range(0, Spans).Select(static i => $"again[{i}]"));
        string parameters = string.Concat(ScalarParameter().Matches(Signature).Select(static match => ", " + match.Groups[1].Value));
        string text = Text.Replace(Declared, $"[AxisLoss({shape})]", StringComparison.Ordinal).Replace("class " + Name, "class " + name, StringComparison.Ordinal).TrimEnd()[..^1]
            + $$"""

                public float[] Run(float[][] x, int[] labels, float[][] g, float[][] again)
                {
                    Backward({{spans}}{{label}}, {{again}});
                    return [Forward({{spans}}{{label}}), ForwardBackward({{spans}}{{label}}, {{gradients}})];
                }

                public static float Direct(float[][] x, int label) => Value({{spans}}{{(HasLabel ? ", label" : "")}}{{parameters}});
            }

            """;
        return isDouble ? ZooSource.InDouble(text) : text;
    }

    [GeneratedRegex(@"ReadOnlySpan<float> \w+")]
    private static partial Regex SpanParameter();

    [GeneratedRegex(@"\bint \w+")]
    private static partial Regex LabelParameter();

    [GeneratedRegex(@"\[Parameter[^\]]*\] float \w+ = ([0-9.e-]+f?)")]
    private static partial Regex ScalarParameter();

    [GeneratedRegex(@"\)\s*(=>|\{)")]
    private static partial Regex LastParameter();
}

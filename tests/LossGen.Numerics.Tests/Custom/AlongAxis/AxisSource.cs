namespace LossGen.Numerics.Tests.Custom.AlongAxis;

/// <summary>
/// A loss along an axis, with methods that take arrays, as reflection cannot pass spans: <c>Create</c> calls its constructor, <c>Run</c> all members of
/// the loss, <c>Direct</c> the formula, as the C# compiler understands it.
/// </summary>
/// <param name="Name">The class.</param>
/// <param name="Text">Its file, in float, for <c>[AxisLoss(Shape.Batch, 10)]</c>.</param>
internal sealed record AxisSource(string Name, string Text)
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

    /// <summary>The parameters of its formula.</summary>
    public IReadOnlyList<AxisParameter> Parameters { get; } = AxisParameter.In(Text);

    /// <summary>The inputs other than labels.</summary>
    public IReadOnlyList<AxisParameter> Inputs => [.. Parameters.Where(static parameter => parameter.Kind is AxisParameterKind.Elements or AxisParameterKind.Number)];

    /// <summary>The number of its labels.</summary>
    public int Labels => Parameters.Count(static parameter => parameter.Kind == AxisParameterKind.Label);

    /// <summary>How many of its parameters have a number per class.</summary>
    public int PerClass => Parameters.Count(static parameter => parameter.Kind == AxisParameterKind.PerClass);

    /// <summary>The file for another declaration, with the three methods.</summary>
    /// <param name="shape">The attribute's arguments.</param>
    /// <param name="isDouble">Whether it computes in double.</param>
    /// <param name="name">The class's name.</param>
    public string With(string shape, bool isDouble, string name)
    {
        string inputs = string.Join(", ", Parameters.Where(static parameter => parameter.IsInput).Select(parameter => parameter.Kind == AxisParameterKind.Label ? $"System.Array.ConvertAll(labels[{Among(parameter)}], static label => ({parameter.Type})label)" : $"x[{InputNumber(parameter)}]"));
        string at = string.Join(", ", Parameters.Select(parameter => parameter.Kind switch
        {
            AxisParameterKind.Elements => $"x[{InputNumber(parameter)}]",
            AxisParameterKind.Number => $"x[{InputNumber(parameter)}][0]",
            AxisParameterKind.Label => $"({parameter.Type})labels[{Among(parameter)}]",
            _ => Constructed(parameter),
        }));
        string created = string.Join(", ", Parameters.Where(static parameter => !parameter.IsInput).Select(Constructed));
        string text = Text.Replace(Declared, $"[AxisLoss({shape})]", StringComparison.Ordinal).Replace("class " + Name, "class " + name, StringComparison.Ordinal).TrimEnd()[..^1]
            + $$"""

                public static {{name}} Create(float[][] perClass, System.Func<string, float, float> scalar) => new({{created}});

                public float[] Run(float[][] x, int[][] labels, float[][] g, float[][] again)
                {
                    Backward({{inputs}}, {{Gradients("again")}});
                    return [Forward({{inputs}}), ForwardBackward({{inputs}}, {{Gradients("g")}})];
                }

                public static float Direct(float[][] x, int[] labels, float[][] perClass, System.Func<string, float, float> scalar) => Value({{at}});
            }

            """;
        return isDouble ? ZooSource.InDouble(text) : text;
    }

    private string Gradients(string array) => string.Join(", ", Inputs.Where(static input => input.HasGradient).Select(input => $"{array}[{InputNumber(input)}]"));

    private string Constructed(AxisParameter parameter) => parameter.Kind == AxisParameterKind.PerClass ? $"perClass[{Among(parameter)}]" : $"scalar(\"{parameter.Name}\", {parameter.Default})";

    private int InputNumber(AxisParameter input) => Inputs.TakeWhile(other => other != input).Count();

    // Its number among those of its kind.
    private int Among(AxisParameter parameter) => Parameters.TakeWhile(other => other != parameter).Count(other => other.Kind == parameter.Kind);
}

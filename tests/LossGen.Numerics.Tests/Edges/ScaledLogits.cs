using System.Text.RegularExpressions;
using LossGen.Numerics.Tests.Rules;

namespace LossGen.Numerics.Tests.Edges;

/// <summary>What the logit of a class is computed from.</summary>
/// <param name="X">The class's element.</param>
/// <param name="Class">The class.</param>
/// <param name="IsLabel">Whether it is the label.</param>
/// <param name="Learned">The value of the input that is one number for the whole call.</param>
/// <param name="Number">A number as the type of the loss holds it.</param>
internal sealed record LogitInputs(Precise X, int Class, bool IsLabel, Precise Learned, Func<double, Precise> Number);

/// <summary>The cross-entropy of logits z_c = f(x_c), as a declaration or as a formula, and by its definition.</summary>
/// <param name="Name">What is done to the logits.</param>
/// <param name="Declared">The options of a softmax loss; null for a formula.</param>
/// <param name="Parameters">The parameters of a formula.</param>
/// <param name="Body">A formula, in float.</param>
/// <param name="Logit">f</param>
/// <param name="Width">How far the label's element is from those of the others.</param>
internal sealed partial record ScaledLogits(string Name, string? Declared, string Parameters, string Body, Func<LogitInputs, Precise> Logit, double Width)
{
    public const int Classes = 5;

    /// <summary>The value of the learned input; 0 if there is none.</summary>
    public double Learned { get; init; }

    /// <summary>Whether the cross-entropy is multiplied by the square of the probability of the others.</summary>
    public bool IsFocal { get; init; }

    public static ScaledLogits BuiltIn(string options, Func<LogitInputs, Precise> logit, double width) => new(options, options, "", "", logit, width);

    /// <summary>A formula of a sum over the classes and, if it has any use for it, their maximum.</summary>
    public static ScaledLogits Loop(string name, string parameters, string term, string value, Func<LogitInputs, Precise> logit, double width) => new(
        name,
        null,
        parameters,
        (term.Contains("max", StringComparison.Ordinal) ? "float max = float.NegativeInfinity; for (int i = 0; i < x.Length; i++) { max = MathF.Max(max, x[i]); } " : "")
            + $"float sum = 0; for (int i = 0; i < x.Length; i++) {{ sum += MathF.Exp({term}); }} return {value};",
        logit,
        width);

    /// <summary>A class with a method Run, in float or double.</summary>
    public string Source(string type, string name)
    {
        string head = Declared is not null
            ? $"[SoftmaxLoss(Shape.Batch, {Classes}, {Declared}, Element = ElementType.{(type == "float" ? "Single" : "Double")})] public sealed partial class {name} {{"
            : $"[AxisLoss(Shape.Batch, {Classes})] public sealed partial class {name} {{ [Formula] private static {type} Value(ReadOnlySpan<{type}> x, int label{(Parameters.Length == 0 ? "" : ", ")}{In(type, Parameters)}) {{ {In(type, Body)} }}";
        (string learned, string slope) = Learned == 0 ? ("", "") : (FormattableString.Invariant($", [({type}){Learned}]"), ", slope");
        return $$"""
            {{head}}
                public static double Run(double[] x, int label, double[] gradient)
                {
                    {{type}}[] g = new {{type}}[x.Length], slope = new {{type}}[1];
                    {{type}} value = new {{name}}().ForwardBackward(Array.ConvertAll(x, static v => ({{type}})v), [label]{{learned}}, g{{slope}});
                    Array.ConvertAll(g, static v => (double)v).CopyTo(gradient, 0);
                    gradient[x.Length] = slope[0];
                    return value;
                }
            }

            """;
    }

    /// <summary>The value at elements, followed by the learned input.</summary>
    public Precise Value(Precise[] x, int label, Func<double, Precise> number)
    {
        Precise Z(int c) => Logit(new LogitInputs(x[c], c, c == label, x[Classes], number));
        Precise odds = Enumerable.Range(0, Classes).Where(c => c != label).Select(c => Precise.Exp(Z(c) - Z(label))).Aggregate(Precise.Zero, static (sum, each) => sum + each);
        Precise others = odds / (1 + odds);
        return Precise.Log(1 + odds) * (IsFocal ? others * others : 1);
    }

    /// <summary>The derivative of the value by one of these.</summary>
    public Precise Slope(Precise[] x, int at, int label, Func<double, Precise> number)
    {
        Precise step = new(1, -100);
        return (Value(Moved(step), label, number) - Value(Moved(-step), label, number)) / (2 * step);

        Precise[] Moved(Precise by) => [.. x.Select((value, i) => i == at ? value + by : value)];
    }

    private static string In(string type, string text) =>
        type == "float" ? text : SingleLiteral().Replace(text.Replace("MathF.", "Math.", StringComparison.Ordinal).Replace("float", "double", StringComparison.Ordinal), "$1");

    [GeneratedRegex("([0-9])f\\b")]
    private static partial Regex SingleLiteral();
}

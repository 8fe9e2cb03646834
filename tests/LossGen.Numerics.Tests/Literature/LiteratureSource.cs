using System.Text.RegularExpressions;

namespace LossGen.Numerics.Tests.Literature;

/// <summary>The C# of a spelling in one element type, as a user writes it, and a class that calls it.</summary>
internal static partial class LiteratureSource
{
    // Members of float and double; all others are members of MathF and Math.
    private static readonly string[] FunctionsOfTheType = ["Exp2", "ExpM1", "LogP1"];

    private static readonly Dictionary<string, (string Single, string Double)> Constants = new()
    {
        ["Ln2"] = ("0.6931472f", "0.6931471805599453"),
        ["Pi"] = ("MathF.PI", "Math.PI"),
        ["HalfLogTwoPi"] = ("0.9189385f", "0.9189385332046727"),
    };

    /// <summary>The class of the loss, named <paramref name="name"/>, and <c>{name}Calls</c>.</summary>
    public static string Text(LiteratureForm form, string name, bool isDouble)
    {
        string type = isDouble ? "double" : "float";
        string inputs = form.Classes is null ? string.Join(", ", form.Inputs.Select(input => $"{type} {input}")) : $"ClassLogits<{type}> logits, int label";
        string attribute = form.Classes is null ? "[ElementwiseLoss(Reduction = LossReduction.Sum)]" : $"[ClassAxisLoss(Shape.Batch, {form.Classes})]";
        string parameters = string.Concat(form.Parameters.Select(parameter => $", [Parameter{(parameter.Value.Length == 0 ? "" : $"({parameter.Value})")}] {type} {parameter.Key}"));
        return $$"""
            {{attribute}}
            public sealed partial class {{name}}
            {
                [Formula]
                private static {{type}} Value({{inputs}}{{parameters}})
                {
                    {{(form.Formula.Contains("return", StringComparison.Ordinal) ? Typed(form.Formula, isDouble) : $"return {Typed(form.Formula, isDouble)};")}}
                }
            }

            public static class {{name}}Calls
            {
                public static {{type}} Run({{type}}[] p, {{type}}[][] x, int[] labels, {{type}}[][] g) => new {{name}}({{string.Join(", ", form.Parameters.Select(static (_, i) => $"p[{i}]"))}}).{{Call(form)}};
            }

            """;
    }

    private static string Call(LiteratureForm form) => form.Classes is null
        ? $"ForwardBackward({string.Join(", ", form.Inputs.Select(static (_, i) => $"x[{i}]"))}, {string.Join(", ", form.Inputs.Select(static (_, i) => $"g[{i}]"))})"
        : "ForwardBackward(x[0], labels, g[0])";

    /// <summary>The text with the functions, literals and locals of a type.</summary>
    public static string Typed(string formula, bool isDouble)
    {
        string type = isDouble ? "double" : "float";
        string text = Words().Replace(formula, word => word.Value switch
        {
            "T" => type,
            _ when Constants.TryGetValue(word.Value, out (string Single, string Double) constant) => isDouble ? constant.Double : constant.Single,
            _ when !char.IsUpper(word.Value[0]) || formula.AsSpan(word.Index + word.Length) is not ['(', ..] => word.Value,
            "Clamp" => "Math.Clamp",
            _ when FunctionsOfTheType.Contains(word.Value) => $"{type}.{word.Value}",
            _ => $"{(isDouble ? "Math" : "MathF")}.{word.Value}",
        });
        return isDouble ? text : Literals().Replace(text, static literal => literal.Value.EndsWith('f') ? literal.Value : literal.Value + "f");
    }

    [GeneratedRegex(@"(?<![\w.])[A-Za-z]\w*")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<![\w.])\d+(\.\d+(e-?\d+)?|e-?\d+)f?")]
    private static partial Regex Literals();
}

using LossGen.Generator.Declarations;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Numerics.Tests.Library;

/// <summary>A loss that is declared by an attribute with options, and the class that it is put on, whose methods take arrays, as reflection cannot pass spans.</summary>
/// <param name="Kind">The loss.</param>
/// <param name="Arguments">What stands in the attribute's parentheses.</param>
internal sealed record DeclaredLoss(LossKind Kind, string Arguments)
{
    /// <summary>Its inputs.</summary>
    public EquatableArray<LossInput> Inputs => LossTemplate.Find(Kind)?.Inputs ?? BuiltInLoss.Of(Kind).Inputs("logits", "labels");

    /// <summary>The inputs other than labels, with whether each has a gradient.</summary>
    public LossInput[] Numbers => [.. Inputs.Where(static input => input.Kind != InputKind.Labels)];

    /// <summary>The attribute as it is written.</summary>
    public override string ToString() => $"[{LossAttributeName.All.Single(name => name.Loss == Kind).ShortName}({Arguments})]";

    // Truth is what is above 0.
    private static string Number(LossInput input, int number) => input.Type == NumberType.Boolean ? $"Array.ConvertAll(x[{number}], static value => value > 0)" : $"x[{number}]";

    /// <summary>The file with the class.</summary>
    public string Source(string name, bool isDouble)
    {
        string type = isDouble ? "double" : "float";
        string attribute = LossAttributeName.All.Single(each => each.Loss == Kind).ShortName;
        string arguments = string.Join(", ", new[] { Arguments, isDouble ? "Element = ElementType.Double" : "" }.Where(static text => text.Length > 0));
        int number = 0;
        string inputs = string.Join(", ", Inputs.Select(input => input.Kind == InputKind.Labels ? "labels" : Number(input, number++)));
        int[] withGradient = [.. Numbers.Select(static (input, index) => (input, index)).Where(static each => each.input.HasGradient).Select(static each => each.index)];
        return $$"""
            using System; using LossGen;
            [{{attribute}}({{arguments}})]
            public sealed partial class {{name}}
            {
                public {{type}}[] Run({{type}}[][] x, int[] labels, {{type}}[][] g, {{type}}[][] again)
                {
                    Backward({{inputs}}, {{string.Join(", ", withGradient.Select(static index => $"again[{index}]"))}});
                    return [Forward({{inputs}}), ForwardBackward({{inputs}}, {{string.Join(", ", withGradient.Select(static index => $"g[{index}]"))}})];
                }

                public void Only({{type}}[][] x, int[] labels, {{type}}[][] g, int number) =>
                    Backward({{inputs}}, {{string.Join(", ", withGradient.Select(index => withGradient.Length == 1 ? $"g[{index}]" : $"number == {index} ? g[{index}].AsSpan() : default"))}});
            }
            """;
    }
}

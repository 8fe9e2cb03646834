using LossGen.Generator.Accuracy;
using LossGen.Generator.Declarations;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Compiler;

/// <summary>The losses that a template makes: equal where their declarations say the same, and as exact as a formula of a user would have to be.</summary>
public sealed class LossTemplateTests
{
    private const int Classes = 5;

    public static TheoryData<string> Losses() => [.. from name in LossAttributeName.All where name.Template is not null select name.ShortName];

    public static TheoryData<string, string> Options() => [.. from name in LossAttributeName.All from option in name.Template?.Options.ToArray() ?? [] select (name.ShortName, option.Name)];

    [Theory]
    [MemberData(nameof(Losses))]
    public void EqualDeclarationsMakeEqualLosses(string name)
    {
        LossTemplate template = Template(name);
        LossSpec spec = Spec(template, ElementKind.Single, Defaults(template));
        LossSpec again = Spec(template, ElementKind.Single, Defaults(template));
        Assert.NotSame(spec.Definition, again.Definition);
        Assert.Equal(spec, again);
        Assert.Equal(spec.GetHashCode(), again.GetHashCode());
        Assert.NotEqual(spec, Spec(template, ElementKind.Double, Defaults(template)));
        Assert.NotEqual(spec, Spec(template, ElementKind.Single, Defaults(template), ReductionKind.Sum));
    }

    /// <summary>Except one that has no effect where another says so.</summary>
    [Theory]
    [MemberData(nameof(Options))]
    public void AnOptionIsPartOfTheLoss(string name, string option)
    {
        LossTemplate template = Template(name);
        ExactDouble[] changed = Defaults(template);
        int index = template.Options.ToList().FindIndex(each => each.Name == option);
        changed[index] = template.Options[index].Type switch
        {
            OptionType.Truth => 1 - changed[index].Value,
            OptionType.Integer => 3 - changed[index].Value,
            _ => (changed[index].Value + 1) / 2.5,
        };
        bool hasEffect = (name, option) != ("PoissonNLLLoss", "Epsilon");
        Assert.Equal(!hasEffect, Spec(template, ElementKind.Single, Defaults(template)).Equals(Spec(template, ElementKind.Single, changed)));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void NoLossLosesDigits(string name)
    {
        LossTemplate template = Template(name);
        Assert.All(Variants(template), options => Assert.All([ElementKind.Single, ElementKind.Double], element =>
        {
            LossSpec spec = Spec(template, element, options);
            Assert.Null(LostDigits.In(spec, LossGenerator.Compiler.Mathematics(spec)));
        }));
    }

    // The defaults, and each truth value and integer the other way.
    private static IEnumerable<ExactDouble[]> Variants(LossTemplate template)
    {
        yield return Defaults(template);
        for (int index = 0; index < template.Options.Count; index++)
        {
            if (template.Options[index].Type != OptionType.Number)
            {
                ExactDouble[] other = Defaults(template);
                other[index] = template.Options[index].Type == OptionType.Truth ? 1 - other[index].Value : 3 - other[index].Value;
                yield return other;
            }
        }
    }

    private static LossTemplate Template(string name) => LossAttributeName.All.Single(each => each.ShortName == name).Template!;

    private static ExactDouble[] Defaults(LossTemplate template) => [.. template.Options.Select(static option => option.Default)];

    private static LossSpec Spec(LossTemplate template, ElementKind element, ExactDouble[] options, ReductionKind? reduction = null)
    {
        EquatableArray<LossInput> inputs = template.Named(template.Inputs.Select(static input => input.Name).ToEquatableArray(), LabelKind.Int32);
        return new LossSpec(
            template.Definition(inputs, element, options.ToEquatableArray(), template.IsAlongAxis ? Classes : 0, reduction ?? template.Reduction),
            new LossType("", EquatableArray.Of(new TypeDeclaration("class", "Loss")), "Loss"),
            template.IsAlongAxis ? new TensorShape(EquatableArray.Of(TensorShape.Batch, Classes), ClassAxis: 1) : TensorShape.Elements,
            element,
            1.0,
            inputs);
    }
}

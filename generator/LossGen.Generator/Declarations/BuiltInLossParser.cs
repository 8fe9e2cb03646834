using LossGen.Generator.Diagnostics;
using LossGen.Generator.Losses;
using LossGen.Generator.Model;

namespace LossGen.Generator.Declarations;

/// <summary>Reads what the attribute of a built-in loss says of the loss itself.</summary>
internal static class BuiltInLossParser
{
    public static ParsedDefinition Parse(LossAttributeData attribute, TensorShape? shape, ProblemList problems)
    {
        ElementKind? element = ElementParser.Parse(attribute, problems);
        LabelKind? label = LabelParser.Parse(attribute, shape, problems);
        EquatableArray<string>? bottoms = BottomsParser.Parse(attribute, problems);
        if (attribute.Name.Template is { } template)
        {
            EquatableArray<ExactDouble>? options = LossOptions.Parse(template.Options, attribute, element, problems);
            EquatableArray<ExactDouble>? perClass = ClassOptions.Parse(template, attribute, element, shape, problems);
            ReductionKind? reduction = ParseReduction(template, attribute, problems);
            return shape is not null && element is not null && label is not null && bottoms is not null && options is not null && perClass is not null && reduction is not null
                && template.Named(bottoms.Value, label.Value) is var inputs
                ? new ParsedDefinition(template.Definition(inputs, element.Value, options.Value, shape.ClassAxis is null ? 0 : shape.Classes, reduction.Value, perClass.Value), element, inputs)
                : new ParsedDefinition(Definition: null, element);
        }

        var loss = BuiltInLoss.Of(attribute.Name.Loss);
        EquatableArray<ExactDouble>? values = LossOptions.Parse(loss.Options, attribute, element, problems);
        return element is not null && label is not null && bottoms is { } names && values is not null && shape is not null
            ? new ParsedDefinition(values.Value.Equals(loss.Values) ? loss : loss with { Values = values.Value, Element = element.Value, Classes = shape.Classes }, element, loss.Inputs(names[0], names[1], label.Value))
            : new ParsedDefinition(Definition: null, element);
    }

    private static ReductionKind? ParseReduction(LossTemplate template, LossAttributeData attribute, ProblemList problems) => attribute.Find(LossProperty.Reduction) is null
        ? template.Reduction
        : (ReductionKind?)EnumParser.Parse(attribute, LossProperty.Reduction, (int)ReductionKind.Sum, Descriptors.UnknownReduction, problems);
}

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
        BottomNames? bottoms = BottomsParser.Parse(attribute, problems);
        var loss = BuiltInLoss.Of(attribute.Name.Loss);
        return element is not null && label is not null && bottoms is not null
            ? new ParsedDefinition(loss, element, loss.Inputs(bottoms.Prediction, bottoms.GroundTruth, label.Value))
            : new ParsedDefinition(Definition: null, element);
    }
}

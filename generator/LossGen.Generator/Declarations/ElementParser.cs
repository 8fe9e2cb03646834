using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;

namespace LossGen.Generator.Declarations;

/// <summary>Reads the types of elements and labels.</summary>
internal static class ElementParser
{
    public static ElementKind? Parse(LossAttributeData attribute, ProblemList problems) =>
        (ElementKind?)EnumParser.Parse(attribute, LossProperty.Element, (int)ElementKind.Double, Descriptors.UnknownElementType, problems);

    public static LabelKind? ParseLabel(LossAttributeData attribute, ProblemList problems) =>
        (LabelKind?)EnumParser.Parse(attribute, LossProperty.Label, (int)LabelKind.Int64, Descriptors.UnknownLabelType, problems);
}

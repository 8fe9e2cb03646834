using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;

namespace LossGen.Generator.Declarations;

/// <summary>Reads the type of prediction, gradients and value.</summary>
internal static class ElementParser
{
    public static ElementKind? Parse(LossAttributeData attribute, ProblemList problems) =>
        (ElementKind?)EnumParser.Parse(attribute, LossProperty.Element, (int)ElementKind.Double, Descriptors.UnknownElementType, problems);
}

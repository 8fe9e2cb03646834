using System.Globalization;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>Reads the types of elements and labels; a number cast to an enum need not be a member of it.</summary>
internal static class ElementParser
{
    public static ElementKind? Parse(LossAttributeData attribute, ProblemList problems) =>
        (ElementKind?)Parse(attribute, LossProperty.Element, (int)ElementKind.Double, Descriptors.UnknownElementType, problems);

    public static LabelKind? ParseLabel(LossAttributeData attribute, ProblemList problems) =>
        (LabelKind?)Parse(attribute, LossProperty.Label, (int)LabelKind.Int64, Descriptors.UnknownLabelType, problems);

    private static int? Parse(LossAttributeData attribute, string property, int greatest, DiagnosticDescriptor unknown, ProblemList problems)
    {
        if (attribute.Find(property) is not { } given)
        {
            return 0;
        }

        int number = (int)given.Value!;
        if (number >= 0 && number <= greatest)
        {
            return number;
        }

        problems.Add(unknown, ArgumentLocations.OfProperty(attribute.Syntax, property), number.ToString(CultureInfo.InvariantCulture));
        return null;
    }
}

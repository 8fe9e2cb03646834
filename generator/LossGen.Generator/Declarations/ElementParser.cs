using System.Globalization;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>Reads the element type; a number cast to the enum need not be a member of it.</summary>
internal static class ElementParser
{
    public static ElementKind? Parse(LossAttributeData attribute, ProblemList problems)
    {
        if (attribute.Find(LossProperty.Element) is not { } given)
        {
            return ElementKind.Single;
        }

        int number = (int)given.Value!;
        if (number is (int)ElementKind.Single or (int)ElementKind.Double)
        {
            return (ElementKind)number;
        }

        Location location = ArgumentLocations.OfProperty(attribute.Syntax, LossProperty.Element);
        problems.Add(Descriptors.UnknownElementType, location, number.ToString(CultureInfo.InvariantCulture));
        return null;
    }
}

using System.Globalization;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>Reads a property of an enum type whose members count up from 0, the default; a number cast to the enum need not be a member.</summary>
internal static class EnumParser
{
    public static int? Parse(LossAttributeData attribute, string property, int greatest, DiagnosticDescriptor unknown, ProblemList problems)
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

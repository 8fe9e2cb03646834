using System.Globalization;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>Reads the factor on value and gradients: at least 0, and finite in the loss's element type; 0 is allowed, but hardly intended.</summary>
internal static class WeightParser
{
    private const double Default = 1.0;

    public static ExactDouble? Parse(LossAttributeData attribute, ElementKind? element, ProblemList problems)
    {
        double weight = attribute.Find(LossProperty.Weight) is { } given ? (double)given.Value! : Default;
        bool isDouble = element == ElementKind.Double;
        double limit = isDouble ? double.MaxValue : float.MaxValue;
        if (weight >= 0 && weight <= limit)
        {
            WarnOfZero(weight, isDouble, attribute, problems);
            return weight;
        }

        problems.Add(
            Descriptors.WeightOutOfRange,
            ArgumentLocations.OfProperty(attribute.Syntax, LossProperty.Weight),
            weight.ToString("R", CultureInfo.InvariantCulture),
            isDouble ? "double" : "float");
        return null;
    }
    private static void WarnOfZero(double weight, bool isDouble, LossAttributeData attribute, ProblemList problems)
    {
        if (weight == 0 || (!isDouble && (float)weight == 0))
        {
            // A negative zero is written without its sign, which has no effect here.
            string number = weight == 0 ? "0" : weight.ToString("R", CultureInfo.InvariantCulture);
            Location location = ArgumentLocations.OfProperty(attribute.Syntax, LossProperty.Weight);
            problems.Add(Descriptors.WeightWithoutEffect, location, number, weight == 0 ? "" : ", which is 0 as float");
        }
    }
}

using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>Reads the type of the labels, which must hold the index of every class.</summary>
internal static class LabelParser
{
    /// <summary>Reads the type; null if a problem was found. Without a shape, its range is not checked.</summary>
    public static LabelKind? Parse(LossAttributeData attribute, TensorShape? shape, ProblemList problems)
    {
        var label = (LabelKind?)EnumParser.Parse(attribute, LossProperty.Label, (int)LabelKind.Int64, Descriptors.UnknownLabelType, problems);
        return label is { } kind && shape is not null && !CheckHolds(kind.NumberType(), shape, ArgumentLocations.OfProperty(attribute.Syntax, LossProperty.Label), problems) ? null : label;
    }

    /// <summary>Whether a type of labels holds the index of every class; reports it if not.</summary>
    public static bool CheckHolds(NumberType label, TensorShape shape, Location location, ProblemList problems)
    {
        int greatest = GreatestLabel(label);
        if (shape is not { ClassAxis: not null, Classes: int classes } || classes - 1 <= greatest)
        {
            return true;
        }

        string advice = classes - 1 <= ushort.MaxValue ? "LabelType.UInt16 holds them" : "LabelType.Int32, the default, holds them";
        problems.Add(Descriptors.LabelTypeTooSmall, location, label, greatest, shape, classes, advice);
        return false;
    }

    private static int GreatestLabel(NumberType label) => label switch
    {
        NumberType.Byte => byte.MaxValue,
        NumberType.UInt16 => ushort.MaxValue,
        _ => int.MaxValue,
    };
}

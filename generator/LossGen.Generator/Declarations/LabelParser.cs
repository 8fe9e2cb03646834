using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;

namespace LossGen.Generator.Declarations;

/// <summary>Reads the type of the labels, which must hold the index of every class.</summary>
internal static class LabelParser
{
    /// <summary>Reads the type; null where a problem was found. Without a shape, what it has to hold is not checked.</summary>
    public static LabelKind? Parse(LossAttributeData attribute, TensorShape? shape, ProblemList problems)
    {
        var label = (LabelKind?)EnumParser.Parse(attribute, LossProperty.Label, (int)LabelKind.Int64, Descriptors.UnknownLabelType, problems);
        int greatest = GreatestLabel(label);
        if (shape is not { ClassAxis: not null, Classes: int classes } || classes - 1 <= greatest)
        {
            return label;
        }

        string advice = classes - 1 <= ushort.MaxValue ? "LabelType.UInt16 holds them" : "LabelType.Int32, the default, holds them";
        problems.Add(Descriptors.LabelTypeTooSmall, ArgumentLocations.OfProperty(attribute.Syntax, LossProperty.Label), label!.Value, greatest, shape, classes, advice);
        return null;
    }

    private static int GreatestLabel(LabelKind? label) => label switch
    {
        LabelKind.Byte => byte.MaxValue,
        LabelKind.UInt16 => ushort.MaxValue,
        _ => int.MaxValue,
    };
}

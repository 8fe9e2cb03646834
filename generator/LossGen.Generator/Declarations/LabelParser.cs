using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations;

/// <summary>Reads the type of the labels, which must hold the index of every class.</summary>
internal static class LabelParser
{
    // Narrow ones first; of two that are as narrow, the one that is signed as the given type is.
    private static readonly NumberType[] Signed = [NumberType.SByte, NumberType.Byte, NumberType.Int16, NumberType.UInt16, NumberType.Int32];
    private static readonly NumberType[] Unsigned = [NumberType.Byte, NumberType.SByte, NumberType.UInt16, NumberType.Int16, NumberType.Int32];

    /// <summary>Reads the type; null if a problem was found. Without a shape, its range is not checked.</summary>
    public static LabelKind? Parse(LossAttributeData attribute, TensorShape? shape, ProblemList problems)
    {
        var label = (LabelKind?)EnumParser.Parse(attribute, LossProperty.Label, (int)LabelKind.Boolean, Descriptors.UnknownLabelType, problems);
        return label is { } kind && shape is not null && !CheckHolds(kind.NumberType(), $"Label is LabelType.{kind}", shape, attribute, ArgumentLocations.OfProperty(attribute.Syntax, LossProperty.Label), problems) ? null : label;
    }

    /// <summary>Checks that the type of a formula's label holds the index of every class.</summary>
    public static void Check(IParameterSymbol parameter, NumberType label, TensorShape shape, LossAttributeData attribute, ProblemList problems) =>
        CheckHolds(label, $"The label '{parameter.Name}' is of type {label.Keyword()}", shape, attribute, parameter.Locations[0], problems);

    /// <summary>A type that is no narrower than a given one, and holds all classes and a label that is ignored; as the declaration names types.</summary>
    public static string Fitting(NumberType label, TensorShape shape, int ignored, LossAttributeData attribute)
    {
        NumberType fitting = (label.Holds(-1) ? Signed : Unsigned).First(type => Width(type) >= Width(label) && type.Holds(shape.Classes - 1) && type.Holds(ignored));
        return IsFormulas(attribute) ? fitting.Keyword() : $"LabelType.{fitting}{(fitting == NumberType.Int32 ? ", the default," : "")}";
    }

    /// <summary>A type as the declaration names it: a formula by its parameter, a built-in loss by an option.</summary>
    public static string Named(NumberType type, LossAttributeData attribute) => IsFormulas(attribute) ? $"of type {type.Keyword()}" : $"{type}";

    // Reports a type that does not: what it holds, what it would have to hold, and one that does.
    private static bool CheckHolds(NumberType label, string given, TensorShape shape, LossAttributeData attribute, Location location, ProblemList problems)
    {
        if (shape is not { ClassAxis: not null, Classes: int classes } || (label == NumberType.Boolean ? classes == 2 : label.Holds(classes - 1)))
        {
            return true;
        }

        int ignored = (int?)attribute.Find(LossProperty.IgnoreLabel)?.Value ?? 0;
        string held = label == NumberType.Boolean ? "is for two classes, false and true" : $"holds the classes 0 to {label.Range().Greatest}";
        (string needed, string them) = classes == 1 ? ("1 class", "it") : ($"{classes} classes", "them");
        problems.Add(Descriptors.LabelTypeTooSmall, location, given, held, shape, needed, $"{Fitting(label, shape, ignored, attribute)} holds {them}");
        return false;
    }

    private static bool IsFormulas(LossAttributeData attribute) => attribute.Name.Loss is LossKind.CustomOverClasses or LossKind.CustomAlongAxis;

    private static long Width(NumberType type) => type.Range() is var (least, greatest) ? greatest - least : 0;
}

using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Declarations.Formulas;

/// <summary>Reads a parameter that the constructor is given, one number or choice for all elements or one number per class: its range and its default.</summary>
internal static class ParameterParser
{
    /// <summary>The types that a parameter may have, for messages.</summary>
    public const string Types = "float, double, int, bool or an enum";

    private const string Attribute = "ParameterAttribute";

    // An integer with a few values is worth kernels for each, in which loops run as often as it says.
    private const int MostIntegers = 8;
    private const int MostMembers = 16;

    /// <summary>Whether a parameter is marked as one.</summary>
    public static bool IsMarked(IParameterSymbol parameter) => Find(parameter) is not null;

    /// <summary>What is wrong with the type of a marked parameter that is one number or choice; null if nothing is.</summary>
    public static string? TypeProblem(IParameterSymbol parameter) => parameter.Type switch
    {
        { TypeKind: TypeKind.Enum } type => EnumProblem((INamedTypeSymbol)type, parameter.ContainingType),
        { SpecialType: SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Int32 or SpecialType.System_Boolean } => null,
        var type => $"is of type {type.ToDisplayString()}, but {Types} is needed",
    };

    /// <summary>Reads a marked parameter; null if its range or its default makes no sense.</summary>
    public static FormulaParameter? Parse(IParameterSymbol parameter, ProblemList problems, CancellationToken cancellation)
    {
        AttributeData attribute = Find(parameter)!;
        NumberType? perClass = InputTypes.OfSpan(parameter.Type);
        NumberType type = perClass ?? InputTypes.Of(parameter.Type) ?? NumberType.Int32;
        Location location = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation() ?? parameter.Locations[0];
        ParameterRange range = new(
            Value(attribute, "Minimum") as double? ?? double.NegativeInfinity,
            Value(attribute, "Maximum") as double? ?? double.PositiveInfinity,
            Value(attribute, "MinimumIsExclusive") is true,
            Value(attribute, "MaximumIsExclusive") is true);
        bool isEnum = parameter.Type.TypeKind == TypeKind.Enum;
        if ((isEnum || type == NumberType.Boolean) && attribute.NamedArguments.Length > 0)
        {
            problems.Add(Descriptors.ParameterRange, location, parameter.Name, $"{parameter.Type.ToDisplayString()} has no range: all of its values are allowed");
            return null;
        }

        if (range.Of(type).IsEmpty)
        {
            problems.Add(Descriptors.ParameterRange, location, parameter.Name, $"no number is within its range, from {range.Minimum} to {range.Maximum}");
            return null;
        }

        FormulaParameter read = new(parameter.Name, type, Default: null, range, IsPerClass: perClass is not null)
        {
            Enum = isEnum ? parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : null,
            Choices = (isEnum ? Members((INamedTypeSymbol)parameter.Type)
                : perClass is not null ? []
                : type == NumberType.Boolean ? [new ParameterChoice("true", 1), new ParameterChoice("false", 0)]
                : type == NumberType.Int32 ? Integers(range)
                : []).ToEquatableArray(),
        };
        if (!parameter.HasExplicitDefaultValue)
        {
            return read;
        }

        // The compiler reports a default that is not constant.
        if (parameter.ExplicitDefaultValue is not IConvertible initial)
        {
            return null;
        }

        double value = initial.ToDouble(System.Globalization.CultureInfo.InvariantCulture);
        if (isEnum ? read.Choices.Any(choice => choice.Value == value) : range.Of(type).Contains(value))
        {
            return read with { Default = (ExactDouble)value };
        }

        problems.Add(Descriptors.ParameterRange, location, parameter.Name, isEnum
            ? $"its default, {ExactDouble.Shortest(value)}, is no member of {parameter.Type.ToDisplayString()}"
            : $"its default, {ExactDouble.Shortest(value)}, is out of its range, or not finite");
        return null;
    }

    private static string? EnumProblem(INamedTypeSymbol type, INamedTypeSymbol loss) =>
        Members(type).Count() is 0 or > MostMembers ? $"is of the enum {type.ToDisplayString()}, but one of 1 to {MostMembers} different values is needed, as each is compiled by itself"
        : Access(type) < Access(loss) ? $"is of the enum {type.ToDisplayString()}, which is less accessible than the class, whose constructor takes it: make it public or internal, as the class is"
        : DependsOnTypeParameter(type) ? $"is of the enum {type.ToDisplayString()}, which is nested in a generic type, so that the kernels, which stand outside of it, cannot name it: declare the enum outside of generic types"
        : null;

    private static bool DependsOnTypeParameter(ITypeSymbol type) =>
        type.TypeKind == TypeKind.TypeParameter
        || (type is INamedTypeSymbol named && (named.TypeArguments.Any(DependsOnTypeParameter) || (named.ContainingType is { } container && DependsOnTypeParameter(container))))
        || (type is IArrayTypeSymbol array && DependsOnTypeParameter(array.ElementType));

    // Each value once, by the first of its names.
    private static IEnumerable<ParameterChoice> Members(INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>()
        .Where(static member => member.HasConstantValue)
        .Select(static member => new ParameterChoice(Identifiers.Escape(member.Name), unchecked(member.ConstantValue is ulong large ? (long)large : Convert.ToInt64(member.ConstantValue, System.Globalization.CultureInfo.InvariantCulture))))
        .GroupBy(static choice => choice.Value)
        .Select(static same => same.First());

    private static IEnumerable<ParameterChoice> Integers(ParameterRange range)
    {
        double least = Math.Ceiling(range.Minimum.Value), most = Math.Floor(range.Maximum.Value);
        return most - least >= MostIntegers || double.IsInfinity(least) || double.IsInfinity(most) ? []
            : Enumerable.Range(0, (int)(most - least) + 1).Select(step => (long)least + step).Where(value => range.Contains(value)).Select(static value => new ParameterChoice(InvariantText.Number(value), value));
    }

    // How far a type can be seen: everywhere, in its assembly, or less.
    private static int Access(INamedTypeSymbol type)
    {
        int access = 2;
        for (INamedTypeSymbol? link = type; link is not null; link = link.ContainingType)
        {
            access = Math.Min(access, link.DeclaredAccessibility switch
            {
                Accessibility.Public => 2,
                Accessibility.Internal or Accessibility.ProtectedOrInternal => 1,
                _ => 0,
            });
        }

        return access;
    }

    private static AttributeData? Find(IParameterSymbol parameter) =>
        parameter.GetAttributes().FirstOrDefault(static data => LossAttributeName.IsOfRuntime(data.AttributeClass, Attribute));

    private static object? Value(AttributeData attribute, string property) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == property).Value is { Kind: TypedConstantKind.Primitive, Value: { } value } ? value : null;
}

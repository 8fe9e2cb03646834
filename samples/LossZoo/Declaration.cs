using System.Globalization;
using System.Reflection;
using LossGen;

namespace LossZoo;

/// <summary>
/// A loss declaration as in its source. It is read back from the attribute of the compiled class, so that the table
/// cannot differ from the declaration.
/// </summary>
public sealed class Declaration
{
    private readonly CustomAttributeData _attribute;
    private readonly IReadOnlyList<int> _dimensions;
    private readonly IReadOnlyList<ParameterInfo> _parameters;

    /// <summary>Reads the declaration of a loss class.</summary>
    public Declaration(Type loss)
    {
        Name = loss.Name;
        _attribute = loss.GetCustomAttributesData().Single(static data => data.AttributeType.IsSubclassOf(typeof(LossAttribute)));
        _dimensions = loss.GetCustomAttribute<LossAttribute>()!.Dimensions;
        _parameters = [.. loss.GetConstructors().Single().GetParameters().Where(static parameter => parameter.HasDefaultValue)];
    }

    /// <summary>The class that is declared to be a loss.</summary>
    public string Name { get; }

    /// <summary>The shape, or "each element" if the declaration has none.</summary>
    public string Shape => _dimensions.Count == 0
        ? "each element"
        : $"({string.Join(", ", _dimensions.Select(static size => size == LossGen.Shape.Batch ? "Batch" : $"{size}"))})";

    /// <summary>The explicit options, though not in source order; the others have their defaults. After them the defaults of a formula's parameters.</summary>
    public string Options => string.Join(", ", [
        .. _attribute.NamedArguments.Select(static option => $"{option.MemberName} = {Text(option.TypedValue)}"),
        .. _parameters.Select(static parameter => string.Create(CultureInfo.InvariantCulture, $"{parameter.Name} = {parameter.DefaultValue}"))]);

    /// <summary>The elements of one sample.</summary>
    public int SampleSize => _dimensions.Where(static size => size != LossGen.Shape.Batch).Aggregate(1, static (product, size) => product * size);

    private static string Text(CustomAttributeTypedArgument argument) => argument.Value switch
    {
        IEnumerable<CustomAttributeTypedArgument> elements => $"[{string.Join(", ", elements.Select(Text))}]",
        { } value when argument.ArgumentType.IsEnum => Enum.ToObject(argument.ArgumentType, value).ToString()!,
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}

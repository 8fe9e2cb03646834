using LossGen.Generator.Model;

namespace LossGen.Generator.Losses;

/// <summary>What an option of a loss is.</summary>
internal enum OptionType
{
    /// <summary>A floating-point number.</summary>
    Number,

    /// <summary>An integer, one of a few.</summary>
    Integer,

    /// <summary>Yes, which is 1, or no, which is 0.</summary>
    Truth,
}

/// <summary>An option of a loss: a property of its attribute, known at compile time.</summary>
/// <param name="Name">The property.</param>
/// <param name="Type">What it is.</param>
/// <param name="Default">Its value where a declaration does not say.</param>
/// <param name="Range">The values that it may have.</param>
/// <param name="Allowed">The range in words.</param>
internal sealed record LossOption(string Name, OptionType Type, ExactDouble Default, ParameterRange Range, string Allowed)
{
    /// <summary>Whether 0 stands for no such thing, which a number that is 0 only in the loss's type does not mean.</summary>
    public bool ZeroIsNone { get; init; }

    /// <summary>The range in words, and the type that a number is rounded to before it is compared with it.</summary>
    public string AllowedAs(ElementKind? element) => Type != OptionType.Number ? Allowed : Allowed + (element == ElementKind.Double ? " as double" : " as float");

    /// <summary>A value as the loss takes it: a number in the type that it is computed in.</summary>
    public double Rounded(double given, ElementKind? element) => Type == OptionType.Number && element != ElementKind.Double ? (float)given : given;

    /// <summary>Any finite number.</summary>
    public static LossOption Number(string name, double initial) => new(name, OptionType.Number, initial, Between(double.NegativeInfinity, double.PositiveInfinity), "finite");

    /// <summary>A finite number of at least 0.</summary>
    public static LossOption NotNegative(string name, double initial) => new(name, OptionType.Number, initial, Between(0, double.PositiveInfinity), "at least 0 and finite");

    /// <summary>A finite number above 0, or 0 for none.</summary>
    public static LossOption PositiveOrNone(string name) => new(name, OptionType.Number, 0, Between(0, double.PositiveInfinity), "above 0 and finite, or 0 for none,") { ZeroIsNone = true };

    /// <summary>A finite number above 0.</summary>
    public static LossOption Positive(string name, double initial) =>
        new(name, OptionType.Number, initial, Between(0, double.PositiveInfinity) with { MinimumIsExclusive = true }, "above 0 and finite");

    /// <summary>A number of at least 0 and below 1.</summary>
    public static LossOption Fraction(string name, double initial) =>
        new(name, OptionType.Number, initial, Between(0, 1) with { MaximumIsExclusive = true }, "at least 0 and below 1");

    /// <summary>A number from a cosine's range.</summary>
    public static LossOption Cosine(string name, double initial) => new(name, OptionType.Number, initial, Between(-1, 1), "from -1 to 1");

    /// <summary>The power or norm of a distance: 1 or 2.</summary>
    public static LossOption Power(string name, int initial) => new(name, OptionType.Integer, initial, Between(1, 2), "1 or 2");

    /// <summary>Yes or no.</summary>
    public static LossOption Truth(string name, bool initial) => new(name, OptionType.Truth, initial ? 1 : 0, Between(0, 1), "true or false");

    private static ParameterRange Between(double least, double most) => new(least, most, MinimumIsExclusive: false, MaximumIsExclusive: false);
}

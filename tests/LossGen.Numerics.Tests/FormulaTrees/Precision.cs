namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>What a floating type makes of a number: half its last place, its least and its greatest.</summary>
internal sealed record Precision(double Unit, double Least, double Greatest)
{
    public static readonly Precision Single = new(1.0 / (1L << 24), float.Epsilon, float.MaxValue);

    public static readonly Precision Double = new(1.0 / (1L << 53), double.Epsilon, double.MaxValue);

    /// <summary>The precision of a type; where all is wide, that of float64.</summary>
    public static Precision Of(ValueType type, bool isWide) => type == ValueType.Single && !isWide ? Single : Double;

    /// <summary>Whether the type holds the number.</summary>
    public bool Holds(double value) => this == Double || (float)value == value;
}

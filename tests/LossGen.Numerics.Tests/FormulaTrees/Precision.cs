namespace LossGen.Numerics.Tests.FormulaTrees;

/// <summary>The limits of a floating-point type: half a unit in the last place, its least number and its greatest.</summary>
internal sealed record Precision(double Unit, double Least, double Greatest)
{
    public static readonly Precision Single = new(1.0 / (1L << 24), float.Epsilon, float.MaxValue);

    public static readonly Precision Double = new(1.0 / (1L << 53), double.Epsilon, double.MaxValue);

    /// <summary>The precision of a type, or of float64 if everything is wide.</summary>
    public static Precision Of(ValueType type, bool isWide) => type == ValueType.Single && !isWide ? Single : Double;

    /// <summary>Whether the type holds the number.</summary>
    public bool Holds(double value) => this == Double || (float)value == value;
}

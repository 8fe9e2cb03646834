namespace LossGen.Generator.Model;

/// <summary>A double that compares by its bits: inside a record 0 and −0 would otherwise be equal, and NaN equal to any NaN.</summary>
internal readonly record struct ExactDouble(long Bits)
{
    public ExactDouble(double value)
        : this(BitConverter.DoubleToInt64Bits(value))
    {
    }

    public double Value => BitConverter.Int64BitsToDouble(Bits);

    public static implicit operator ExactDouble(double value) => new(value);

    public override string ToString() => Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}

namespace LossGen.Generator.Model;

/// <summary>A double that compares by its bits: in a record 0 and −0 would otherwise be equal, and NaN equal to any NaN.</summary>
internal readonly record struct ExactDouble(long Bits)
{
    public ExactDouble(double value)
        : this(BitConverter.DoubleToInt64Bits(value))
    {
    }

    public double Value => BitConverter.Int64BitsToDouble(Bits);

    public static implicit operator ExactDouble(double value) => new(value);

    public override string ToString() => Shortest(Value);

    /// <summary>
    /// The fewest digits that round-trip. Not the format "R": Visual Studio's compilers run on .NET Framework, where it gives other digits, and a
    /// file has the same bytes everywhere.
    /// </summary>
    public static string Shortest(double value) => Shortest(value, ["G15", "G16", "G17"], static (number, format) => number.ToString(format, Culture), static text => double.Parse(text, Culture));

    /// <summary>The fewest digits from which a float32 round-trips.</summary>
    public static string ShortestSingle(float value) => Shortest(value, ["G6", "G7", "G8", "G9"], static (number, format) => ((float)number).ToString(format, Culture), static text => float.Parse(text, Culture));

    private static System.Globalization.CultureInfo Culture => System.Globalization.CultureInfo.InvariantCulture;

    private static string Shortest(double value, string[] formats, Func<double, string, string> write, Func<string, double> read) =>
        value == 0 ? (BitConverter.DoubleToInt64Bits(value) < 0 ? "-0" : "0")
        : formats.Select(format => write(value, format)).First(text => text == write(value, formats[formats.Length - 1]) || read(text) == value);
}

using System.Globalization;

namespace LossGen.Package.Tests.Support;

/// <summary>The output of the program: named rows of floats, each as its bits.</summary>
internal sealed class PrintedNumbers(string text, IReadOnlyDictionary<string, float[]> rows, int vectorBits)
{
    /// <summary>The bits of the widest vectors that were in use; 128 for any below 256.</summary>
    public int VectorBits { get; } = vectorBits;

    /// <summary>The bits as printed: equal texts are equal numbers, bit for bit.</summary>
    public string Text { get; } = text;

    public float[] this[string name] => rows[name];

    public static PrintedNumbers Parse(string output, string error) => new(
        output,
        output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static line => line.Split(": "))
            .ToDictionary(static parts => parts[0], static parts => parts[1].Split(' ').Select(FromBits).ToArray()),
        int.Parse(error.AsSpan().Trim(), CultureInfo.InvariantCulture));

    private static float FromBits(string bits) =>
        BitConverter.UInt32BitsToSingle(uint.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}

using System.Globalization;
using System.IO.Compression;

namespace Digits;

/// <summary>Handwritten digits of 8 × 8 pixels, row-major, with the digit that each shows.</summary>
public sealed class DigitDataset
{
    /// <summary>The pixels of an image: 8 rows of 8.</summary>
    public const int Pixels = 64;

    /// <summary>The digits 0 to 9.</summary>
    public const int Classes = 10;

    private const int Brightest = 16;

    private readonly float[] _pixels;
    private readonly int[] _labels;

    private DigitDataset(float[] pixels, int[] labels)
    {
        _pixels = pixels;
        _labels = labels;
    }

    /// <summary>The number of images.</summary>
    public int Count => _labels.Length;

    /// <summary>All images, each of <see cref="Pixels"/> numbers from 0 to 1.</summary>
    public ReadOnlySpan<float> Images => _pixels;

    /// <summary>The digit of each image.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>Reads the data set that is embedded in this assembly; DATA.md names its source.</summary>
    public static DigitDataset Load()
    {
        using Stream resource = typeof(DigitDataset).Assembly.GetManifestResourceStream("digits.csv.gz")
            ?? throw new InvalidDataException("The assembly holds no digits.csv.gz.");
        using var reader = new StreamReader(new GZipStream(resource, CompressionMode.Decompress));
        return Read(reader);
    }

    /// <summary>Reads rows of 64 pixels from 0 to 16 and a label from 0 to 9, separated by commas.</summary>
    /// <exception cref="InvalidDataException">A row is not of that form.</exception>
    public static DigitDataset Read(TextReader reader)
    {
        var pixels = new List<float>();
        var labels = new List<int>();
        while (reader.ReadLine() is { } line)
        {
            int row = labels.Count + 1;
            string[] cells = line.Split(',');
            if (cells.Length != Pixels + 1)
            {
                throw new InvalidDataException($"Row {row} has {cells.Length} columns instead of {Pixels + 1}.");
            }

            for (int i = 0; i < Pixels; i++)
            {
                pixels.Add(Cell(cells, i, Brightest, row) / (float)Brightest);
            }

            labels.Add(Cell(cells, Pixels, Classes - 1, row));
        }

        return new DigitDataset([.. pixels], [.. labels]);
    }

    /// <summary>Splits off the last images, <paramref name="count"/> of them; shuffle first.</summary>
    public (DigitDataset First, DigitDataset Last) SplitLast(int count)
    {
        int split = Count - count;
        return (new DigitDataset(_pixels[..(split * Pixels)], _labels[..split]),
            new DigitDataset(_pixels[(split * Pixels)..], _labels[split..]));
    }

    /// <summary>
    /// Puts the images in random order. They are moved, not only their indices, so that a minibatch is a slice of
    /// <see cref="Images"/>.
    /// </summary>
    public void Shuffle(Random random)
    {
        Span<float> spare = stackalloc float[Pixels];
        for (int i = Count - 1; i > 0; i--)
        {
            int other = random.Next(i + 1);
            Span<float> here = _pixels.AsSpan(i * Pixels, Pixels);
            Span<float> there = _pixels.AsSpan(other * Pixels, Pixels);
            here.CopyTo(spare);
            there.CopyTo(here);
            spare.CopyTo(there);
            (_labels[i], _labels[other]) = (_labels[other], _labels[i]);
        }
    }

    private static int Cell(string[] cells, int column, int largest, int row)
    {
        if (!int.TryParse(cells[column], NumberStyles.None, CultureInfo.InvariantCulture, out int value) || value > largest)
        {
            throw new InvalidDataException(
                $"Row {row}, column {column + 1}: '{cells[column]}' is not a whole number from 0 to {largest}.");
        }

        return value;
    }
}

namespace LossGen.Numerics.Tests.SameBits;

/// <summary>A shape and the batch sizes that it is tried with: a larger one, and a few samples.</summary>
internal sealed record BitShape(int[] Dimensions, int? ClassAxis, IReadOnlyList<int> Batches)
{
    private const int MostClasses = 5_000;
    private const int MostInner = 64;
    private const int MostOuter = 8;
    private const int MostSamples = 1_000;
    private const int MostOfFew = 3;

    // Around the limits at which schedules change, and sizes that are common in practice.
    private static readonly int[] ClassCounts = [1, 2, 3, 4, 7, 8, 9, 10, 15, 16, 17, 20, 21, 31, 32, 33, 48, 63, 64, 65, 100, 128, 256, 257, 512, 513, 1000, 1024, 1025, 1500, 2049, 4096];

    private static readonly int[] SampleCounts = [1, 2, 6, 7, 8, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 127, 129, 1000];

    public int ElementsPerSample { get; } = Dimensions.Where(static size => size != Shape.Batch).Aggregate(1, static (product, size) => product * size);

    public int Classes => ClassAxis is { } axis ? Dimensions[axis] : 1;

    /// <summary>The attribute's first arguments: none, or the dimensions and the class axis.</summary>
    public string Arguments => string.Join(", ", Dimensions.Select(static size => size == Shape.Batch ? "Shape.Batch" : FormattableString.Invariant($"{size}"))
        .Concat(ClassAxis is { } axis ? [FormattableString.Invariant($"Dim = {axis}")] : Array.Empty<string>()));

    public bool Fits(LabelType label) => label switch
    {
        LabelType.Boolean => Classes == 2,
        LabelType.SByte => Classes <= sbyte.MaxValue + 1,
        LabelType.Byte => Classes <= byte.MaxValue + 1,
        _ => true,
    };

    public static BitInput LabelsOf(BitShape shape, LabelType label) => new(
        label switch
        {
            LabelType.Byte => "byte",
            LabelType.UInt16 => "ushort",
            LabelType.Int64 => "long",
            LabelType.SByte => "sbyte",
            LabelType.Int16 => "short",
            LabelType.UInt32 => "uint",
            LabelType.Boolean => "bool",
            _ => "int",
        },
        Kind: null,
        shape.ElementsPerSample / shape.Classes,
        shape.Classes,
        HasGradient: false);

    public static BitShape OfClasses(Random random)
    {
        int most = MostElements(random);
        int classes = Math.Min(most, random.Next(2) == 0 ? ClassCounts[random.Next(ClassCounts.Length)] : Logarithmic(random, MostClasses));
        int[] inner = Sizes(random, random.Next(3), Math.Min(MostInner, most / classes));
        int[] outer = Sizes(random, random.Next(4) == 0 ? 1 : 0, Math.Min(MostOuter, most / classes / Product(inner)));
        List<int> dimensions = [.. outer, classes, .. inner];
        int batch = random.Next(3) == 0 ? 0 : random.Next(dimensions.Count + 1);
        dimensions.Insert(batch, Shape.Batch);
        return new BitShape([.. dimensions], outer.Length + (batch <= outer.Length ? 1 : 0), SampleBatches(random, most / Product([.. outer, classes, .. inner])));
    }

    public static BitShape OfElements(Random random)
    {
        int most = MostElements(random);
        if (random.Next(3) == 0)
        {
            return new BitShape([], ClassAxis: null, [Logarithmic(random, most), random.Next(1, 20)]);
        }

        List<int> dimensions = [.. Sizes(random, random.Next(3), Math.Min(MostClasses, most))];
        int elements = Product(dimensions);
        dimensions.Insert(random.Next(dimensions.Count + 1), Shape.Batch);
        return new BitShape([.. dimensions], ClassAxis: null, SampleBatches(random, most / elements));
    }

    private static int MostElements(Random random) => random.Next(40) switch
    {
        < 22 => 3_000,
        < 36 => 20_000,
        < 39 => 100_000,
        _ => 700_000,
    };

    private static int[] SampleBatches(Random random, int most)
    {
        most = Math.Clamp(most, 1, MostSamples);
        int drawn = random.Next(2) == 0 ? SampleCounts[random.Next(SampleCounts.Length)] : Logarithmic(random, most);
        return [Math.Min(drawn, most), random.Next(1, MostOfFew + 1)];
    }

    // Each size within what the earlier ones left.
    private static int[] Sizes(Random random, int rank, int most)
    {
        int[] sizes = new int[rank];
        for (int i = 0; i < rank; i++)
        {
            sizes[i] = Logarithmic(random, most);
            most /= sizes[i];
        }

        return sizes;
    }

    private static int Logarithmic(Random random, int most) => Math.Clamp((int)Math.Round(Math.Exp(random.NextDouble() * Math.Log(most))), 1, most);

    private static int Product(IEnumerable<int> sizes) => sizes.Aggregate(1, static (product, size) => product * size);
}

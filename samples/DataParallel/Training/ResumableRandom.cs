namespace DataParallel.Training;

/// <summary>
/// Random numbers whose whole state is one number, which a checkpoint can hold; that of <see cref="Random"/> cannot be read. The generator is SplitMix64 (Steele, Lea and Flood, 2014).
/// </summary>
/// <param name="state">Where it starts.</param>
public sealed class ResumableRandom(ulong state) : Random
{
    private const ulong Increment = 0x9E3779B97F4A7C15;

    /// <summary>All that the numbers to come depend on.</summary>
    public ulong State { get; set; } = state;

    /// <summary>A state for numbers that have nothing to do with each other: one for each number of an item.</summary>
    /// <param name="seed">What all items share.</param>
    /// <param name="item">The item.</param>
    public static ulong StateOf(ulong seed, int item) => Mix(seed ^ Mix((ulong)item + Increment));

    /// <summary>64 random bits.</summary>
    public ulong NextBits() => Mix(State += Increment);

    /// <inheritdoc/>
    public override int Next(int maxValue) => Next(0, maxValue);

    /// <inheritdoc/>
    public override int Next(int minValue, int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return (int)(minValue + (long)(Sample() * ((long)maxValue - minValue)));
    }

    /// <inheritdoc/>
    public override double NextDouble() => Sample();

    /// <inheritdoc/>
    protected override double Sample() => (NextBits() >> 11) * (1.0 / (1L << 53));

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}

using System.Numerics;

namespace LossGen.Benchmarks.Workloads;

/// <summary>
/// Numbers that look random: a random block, repeated. It is too long for a branch predictor to learn, and generating sixteen million
/// takes no longer than copying them.
/// </summary>
public sealed class RandomBlocks
{
    private const int Seed = 20250;

    // A prime, so that no power of two or ten lines up with it.
    private const int Block = 65521;

    private readonly Random random = new(Seed);

    public AlignedBuffer<T> Uniform<T>(int count, double from, double to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Draw(count, () => T.CreateTruncating(from + (random.NextSingle() * (to - from))));

    public AlignedBuffer<T> Signs<T>(int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Draw(count, () => random.Next(2) == 0 ? -T.One : T.One);

    public AlignedBuffer<T> WholeNumbers<T>(int count, int below)
        where T : unmanaged, INumberBase<T> =>
        Draw(count, () => T.CreateTruncating(random.Next(below)));

    private static AlignedBuffer<T> Draw<T>(int count, Func<T> next)
        where T : unmanaged, INumberBase<T>
    {
        var buffer = new AlignedBuffer<T>(count);
        Span<T> values = buffer.Span;
        int drawn = Math.Min(count, Block);
        for (int i = 0; i < drawn; i++)
        {
            values[i] = next();
        }

        for (int start = drawn; start < count; start += drawn)
        {
            values[..Math.Min(drawn, count - start)].CopyTo(values[start..]);
        }

        return buffer;
    }
}

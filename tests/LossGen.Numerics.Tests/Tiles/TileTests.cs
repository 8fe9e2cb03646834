using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LossGen.CompilerServices;

namespace LossGen.Numerics.Tests.Tiles;

/// <summary>
/// Tiles against plain loops that define their contents. A tensor's elements are all different; the memory around the tensor that is written
/// and around the tile is compared as well.
/// </summary>
public sealed class TileTests
{
    private const int Guard = 21;
    private const int FilledBytes = 64;

    private static readonly int[] Widths = [16, 32, 64];
    private static readonly int[] ClassCounts = [.. Enumerable.Range(1, 40), 64, 100];

    public static TheoryData<int> Strides => [1, 2, 3, 5, 7, 8, 16, 33, 64];

    [Theory]
    [MemberData(nameof(Strides))]
    public void FloatsAreMoved(int stride) => CheckAll<float>(stride);

    [Theory]
    [MemberData(nameof(Strides))]
    public void DoublesAreMoved(int stride) => CheckAll<double>(stride);

    [Theory]
    [MemberData(nameof(Strides))]
    public void ShortsAreMoved(int stride) => Check<short>(stride, 3, 32, 5, 11);

    [Fact]
    public void BitsOfNaNsStay()
    {
        float[] source = [.. Enumerable.Range(1, 9 * 5).Select(static payload => BitConverter.Int32BitsToSingle(0x7F800000 | payload))];
        float[] tile = new float[5 * 16];
        float[] destination = new float[source.Length];
        Tile.Read(ref source[0], 5, 1, 0, 9, ref tile[0], 16);
        Tile.Write(ref tile[0], 16, ref destination[0], 5, 1, 0, 9);
        Assert.Equal(source.Select(BitConverter.SingleToInt32Bits), destination.Select(BitConverter.SingleToInt32Bits));
    }

    [Theory]
    [InlineData(16, 0)]
    [InlineData(16, 16)]
    [InlineData(48, 32)]
    [InlineData(48, 40)]
    [InlineData(50, 0)]
    [InlineData(64, 0)]
    [InlineData(64, 4)]
    [InlineData(64, 16)]
    public void PastTheCachesTheSameIsWritten(int stride, int start)
    {
        const int classes = 5;
        const int alignment = 64;
        float[] tile = [.. Enumerable.Range(1, classes * 64)];
        int length = classes * stride * (((start + 64) / stride) + 1);
        float[] destination = GC.AllocateArray<float>(length + (2 * alignment), pinned: true);
        int misaligned = (int)((nuint)Marshal.UnsafeAddrOfPinnedArrayElement(destination, 0) % alignment) / sizeof(float);
        foreach (int first in new[] { alignment, alignment - misaligned })
        {
            foreach (int count in new[] { 1, 16, 32, 40, 64 })
            {
                float[] expected = [.. destination];
                Tile.Write(ref tile[0], 64, ref expected[first], classes, (nuint)stride, (nuint)start, (nuint)(start + count));
                Tile.Write(ref tile[0], 64, ref destination[first], classes, (nuint)stride, (nuint)start, (nuint)(start + count), nonTemporal: true);
                Tile.Publish();
                Assert.Equal(expected, destination);
                Array.Clear(destination);
            }
        }
    }

    private static void CheckAll<T>(int stride)
        where T : unmanaged, INumber<T>
    {
        foreach (int classes in ClassCounts)
        {
            foreach (int width in Widths)
            {
                for (int count = 0; count <= width; count++)
                {
                    Check<T>(stride, classes, width, start: ((count * 5) + classes) % 37, count);
                }
            }
        }
    }

    private static void Check<T>(int stride, int classes, int width, int start, int count)
        where T : unmanaged, INumber<T>
    {
        // The tile's last location is the tensor's last, as far as whole strides allow.
        int end = start + count;
        int outer = Math.Max(1, (end + stride - 1) / stride);
        int length = outer * classes * stride;
        T[] source = [.. Enumerable.Range(0, length).Select(T.CreateTruncating)];
        T filler = T.CreateTruncating(-7);

        T[] tile = new T[Guard + (classes * width) + Guard];
        tile.AsSpan().Fill(filler);
        T[] expectedTile = [.. tile];
        T[] destination = new T[Guard + length + Guard];
        destination.AsSpan().Fill(filler);
        T[] expectedDestination = [.. destination];
        // Elements of one or two bytes are widened, sixteen at most.
        int lanes = Math.Min(16, FilledBytes / Unsafe.SizeOf<T>());
        for (int c = 0; c < classes; c++)
        {
            for (int l = 0; l < (count + lanes - 1) / lanes * lanes; l++)
            {
                int n = Math.Min(start + l, end - 1);
                int element = (n / stride * classes * stride) + (c * stride) + (n % stride);
                expectedTile[Guard + (c * width) + l] = source[element];
                expectedDestination[Guard + element] = source[element];
            }
        }

        string what = $"{typeof(T).Name}, {classes} classes, stride {stride}, width {width}, locations {start} to {end}";
        Tile.Read(ref source[0], (nuint)classes, (nuint)stride, (nuint)start, (nuint)end, ref tile[Guard], (nuint)width);
        Assert.True(expectedTile.AsSpan().SequenceEqual(tile), $"Read: {what}");
        Tile.Write(ref tile[Guard], (nuint)width, ref destination[Guard], (nuint)classes, (nuint)stride, (nuint)start, (nuint)end);
        Assert.True(expectedDestination.AsSpan().SequenceEqual(destination), $"Write: {what}");
    }
}

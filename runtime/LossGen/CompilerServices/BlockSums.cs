using System.Buffers;
using System.ComponentModel;

namespace LossGen.CompilerServices;

/// <summary>The sums of a kernel's blocks, where each block has several: memory for them, and their addition in the order of the blocks.</summary>
/// <remarks>For generated code; not meant to be called by hand.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BlockSums
{
    /// <summary>Lends memory for the sums of all blocks; <see cref="Add"/> takes it back.</summary>
    /// <param name="count">The number of positions.</param>
    /// <param name="blockSize">The positions of a block.</param>
    /// <param name="each">How many sums a block has.</param>
    /// <returns>An array at least as long, with undefined contents.</returns>
    public static double[] Lend(nuint count, nuint blockSize, int each) => ArrayPool<double>.Shared.Rent(Blocks(count, blockSize) * each);

    /// <summary>Adds the sums of all blocks, each like a <see cref="BlockSum"/>.</summary>
    /// <param name="lent">The blocks' sums, those of one block side by side.</param>
    /// <param name="count">The number of positions.</param>
    /// <param name="blockSize">The positions of a block.</param>
    /// <param name="sums">Overwritten with the sums over all blocks.</param>
    public static void Add(double[] lent, nuint count, nuint blockSize, Span<double> sums)
    {
        ArgumentNullException.ThrowIfNull(lent);
        int blocks = Blocks(count, blockSize);
        for (int number = 0; number < sums.Length; number++)
        {
            BlockSum sum = default;
            for (int block = 0; block < blocks; block++)
            {
                sum.Add(lent[(block * sums.Length) + number]);
            }

            sums[number] = sum.Total;
        }

        ArrayPool<double>.Shared.Return(lent);
    }

    private static int Blocks(nuint count, nuint blockSize) => (int)((count + blockSize - 1) / blockSize);
}

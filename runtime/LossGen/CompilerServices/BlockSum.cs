using System.ComponentModel;

namespace LossGen.CompilerServices;

/// <summary>
/// The sum of a loss's blocks, added in their order: a thousand at a time, so that the sum of a million blocks is as exact as
/// that of a thousand.
/// </summary>
/// <remarks>For generated code; not meant to be used by hand. Infinities and NaN propagate.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct BlockSum
{
    private const int MostTogether = 1 << 10;

    private double finished;
    private double current;
    private int count;

    /// <summary>The sum of all blocks so far; 0 if there are none.</summary>
    public readonly double Total => finished + current;

    /// <summary>Adds the next block.</summary>
    /// <param name="block">Its sum.</param>
    public void Add(double block)
    {
        current += block;
        if (++count == MostTogether)
        {
            finished += current;
            current = 0;
            count = 0;
        }
    }
}

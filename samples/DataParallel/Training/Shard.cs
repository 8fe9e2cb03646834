namespace DataParallel.Training;

/// <summary>The neighbouring elements that one rank has of all.</summary>
/// <param name="Start">The first.</param>
/// <param name="Count">How many; 0 if there are more ranks than elements.</param>
public readonly record struct Shard(int Start, int Count)
{
    /// <summary>The element after the last.</summary>
    public int End => Start + Count;

    /// <summary>The shard of a rank, as long as any other or longer by one.</summary>
    /// <param name="count">The number of all elements.</param>
    /// <param name="ranks">The number of ranks.</param>
    /// <param name="rank">The rank.</param>
    public static Shard Even(int count, int ranks, int rank)
    {
        int start = Boundary(rank);
        return new Shard(start, Boundary(rank + 1) - start);

        int Boundary(int shard) => (int)((long)count * shard / ranks);
    }

    /// <summary>The same, but ending at blocks: each has as many blocks as any other, or one more.</summary>
    /// <param name="count">The number of all elements.</param>
    /// <param name="block">The elements of a block; the last may have fewer.</param>
    /// <param name="ranks">The number of ranks.</param>
    /// <param name="rank">The rank.</param>
    public static Shard OfBlocks(int count, int block, int ranks, int rank)
    {
        Shard blocks = Even((count + block - 1) / block, ranks, rank);
        int start = Math.Min(blocks.Start * block, count);
        return new Shard(start, Math.Min(blocks.End * block, count) - start);
    }
}

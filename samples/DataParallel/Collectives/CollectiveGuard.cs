namespace DataParallel.Collectives;

/// <summary>What every kind of rank requires of its arguments.</summary>
internal static class CollectiveGuard
{
    /// <summary>Requires room for what all ranks have.</summary>
    public static void RequireRoom(int own, int all, int ranks)
    {
        if (all != (long)own * ranks)
        {
            throw new ArgumentException($"{ranks} ranks with {own} elements each need room for {(long)own * ranks} elements, not {all}.", nameof(all));
        }
    }
}

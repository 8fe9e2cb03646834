namespace LossGen.Numerics.Tests.SameBits.Harness;

/// <summary>What the numbers of a tensor are drawn from.</summary>
public enum NumberKind
{
    /// <summary>Around 0, of deviation 1.</summary>
    Normal,

    /// <summary>Around 0, of deviation 10.</summary>
    Spread,

    /// <summary>From 0 to 1, the ends among them.</summary>
    Share,

    /// <summary>−1 or 1.</summary>
    Sign,

    /// <summary>Above 0.</summary>
    Positive,

    /// <summary>From 0.1 to 2, but for some that are 0.</summary>
    Weight,
}

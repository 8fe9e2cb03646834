namespace LossGen.Numerics.Tests.SameBits.Harness;

/// <summary>The distribution of a tensor's numbers.</summary>
public enum NumberKind
{
    /// <summary>Around 0, with deviation 1.</summary>
    Normal,

    /// <summary>Around 0, with deviation 10.</summary>
    Spread,

    /// <summary>From 0 to 1, inclusive.</summary>
    Share,

    /// <summary>−1 or 1.</summary>
    Sign,

    /// <summary>Above 0.</summary>
    Positive,

    /// <summary>From 0.1 to 2, except some that are 0.</summary>
    Weight,
}

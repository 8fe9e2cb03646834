namespace LossGen.Benchmarks.Contenders.Native;

/// <summary>The style of the C++; the C++ source uses the same names.</summary>
public enum NativeStyle
{
    /// <summary>Straightforward loops: one location after another, or all neighbouring locations of a sample.</summary>
    Loops,

    /// <summary>As an expert writes it: locations in blocks that stay in the first-level cache, transposed where classes would not fill vectors.</summary>
    ByHand,
}

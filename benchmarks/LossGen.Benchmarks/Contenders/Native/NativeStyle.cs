namespace LossGen.Benchmarks.Contenders.Native;

/// <summary>How C++ is written; the C++ itself names them so too.</summary>
public enum NativeStyle
{
    /// <summary>Loops as one writes them: one location after another, or all neighbouring ones of a sample.</summary>
    Loops,

    /// <summary>As an expert does: locations in blocks that stay in the first cache, transposed where classes would not fill vectors.</summary>
    ByHand,
}

namespace LossGen.Explorer.Plotting;

/// <summary>What a number may be.</summary>
internal enum NumberKind
{
    Single,
    Double,

    /// <summary>An integer, or a member of an enum by its number.</summary>
    Whole,

    /// <summary>0 for false, anything else for true.</summary>
    Truth,
}

namespace LossGen.Explain.MachineCode;

/// <summary>How much of a method's machine code is shown.</summary>
internal enum ListingExtent
{
    /// <summary>The loop in which the method spends its time.</summary>
    Loop,

    /// <summary>All of it.</summary>
    All,
}

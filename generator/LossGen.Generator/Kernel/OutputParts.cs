namespace LossGen.Generator.Kernel;

/// <summary>The parts of what a kernel computes for several members, of which each call asks for some: at least for the value or for the first gradient.</summary>
[Flags]
internal enum OutputParts
{
    /// <summary>None: the kernel leaves nothing to choose.</summary>
    None = 0,

    /// <summary>The sums that make the value.</summary>
    Value = 1,

    /// <summary>The first gradient; wherever another one is wanted, it is, too.</summary>
    Gradient = 2,

    /// <summary>The gradients after the first.</summary>
    OtherGradients = 4,
}

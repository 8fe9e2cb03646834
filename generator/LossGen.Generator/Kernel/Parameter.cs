namespace LossGen.Generator.Kernel;

/// <summary>What the caller of a kernel passes in a parameter.</summary>
internal enum ParameterRole
{
    /// <summary>The distance between neighbouring classes of a location, if that depends on the batch size.</summary>
    Stride,

    /// <summary>The batch size.</summary>
    Samples,

    /// <summary>w/D, the factor of the formula's sum and its derivatives.</summary>
    Scale,

    /// <summary>A scalar that the formula takes.</summary>
    Formula,

    /// <summary>The first position of the block.</summary>
    Start,

    /// <summary>The position after the block's last one.</summary>
    End,
}

/// <summary>A scalar that a kernel is given.</summary>
internal sealed record Parameter(Variable Variable, ParameterRole Role);

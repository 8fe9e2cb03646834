namespace LossGen.Generator.Kernel;

/// <summary>What the caller of a kernel passes in a parameter.</summary>
internal enum ParameterRole
{
    /// <summary>How far apart two classes of a location stand, where that depends on the batch size.</summary>
    Stride,

    /// <summary>The batch size.</summary>
    Samples,

    /// <summary>w/D, by which the sum of the formula and its derivatives are multiplied.</summary>
    Scale,

    /// <summary>A scalar that the formula takes.</summary>
    Formula,

    /// <summary>The first position of the block.</summary>
    Start,

    /// <summary>The position behind the block's last one.</summary>
    End,
}

/// <summary>A scalar that a kernel is given.</summary>
internal sealed record Parameter(Variable Variable, ParameterRole Role);

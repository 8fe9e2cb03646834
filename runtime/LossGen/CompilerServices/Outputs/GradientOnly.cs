using System.ComponentModel;

namespace LossGen.CompilerServices;

/// <summary>The first gradient, and nothing else.</summary>
/// <remarks>For generated code; not meant to be used by hand.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GradientOnly : IKernelOutputs
{
    /// <inheritdoc/>
    public static bool HasValue => false;

    /// <inheritdoc/>
    public static bool HasGradient => true;

    /// <inheritdoc/>
    public static bool HasOtherGradients => false;
}

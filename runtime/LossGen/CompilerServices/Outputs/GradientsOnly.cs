using System.ComponentModel;

namespace LossGen.CompilerServices;

/// <summary>Every gradient, and not the value.</summary>
/// <remarks>For generated code; not meant to be used by hand.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GradientsOnly : IKernelOutputs
{
    /// <inheritdoc/>
    public static bool HasValue => false;

    /// <inheritdoc/>
    public static bool HasGradient => true;

    /// <inheritdoc/>
    public static bool HasOtherGradients => true;
}

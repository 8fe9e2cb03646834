using System.ComponentModel;

namespace LossGen.CompilerServices;

/// <summary>The value, and no gradient.</summary>
/// <remarks>For generated code; not meant to be used by hand.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ValueOnly : IKernelOutputs
{
    /// <inheritdoc/>
    public static bool HasValue => true;

    /// <inheritdoc/>
    public static bool HasGradient => false;

    /// <inheritdoc/>
    public static bool HasOtherGradients => false;
}

using System.ComponentModel;

namespace LossGen.CompilerServices;

/// <summary>The value and every gradient.</summary>
/// <remarks>For generated code; not meant to be used by hand.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ValueAndGradients : IKernelOutputs
{
    /// <inheritdoc/>
    public static bool HasValue => true;

    /// <inheritdoc/>
    public static bool HasGradient => true;

    /// <inheritdoc/>
    public static bool HasOtherGradients => true;
}

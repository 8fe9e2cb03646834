using System.ComponentModel;

namespace LossGen.CompilerServices;

/// <summary>What a call wants of a kernel that computes value and gradients.</summary>
/// <remarks>For generated code; not meant to be used by hand. Static, so that a kernel is compiled for each choice, without what nobody wants.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IKernelOutputs
{
    /// <summary>Whether it wants the value.</summary>
    static abstract bool HasValue { get; }

    /// <summary>Whether it wants the first gradient.</summary>
    static abstract bool HasGradient { get; }

    /// <summary>Whether it wants the gradients after the first, too.</summary>
    static abstract bool HasOtherGradients { get; }
}

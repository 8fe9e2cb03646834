using DiffPlex.Renderer;
using LossGen.Generator.Kernel;

namespace LossGen.Inspection.Tracing;

/// <summary>One pass over one kernel.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Phase">The phase it belongs to.</param>
/// <param name="Name">The pass.</param>
/// <param name="Summary">What it does, in general.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Before">The kernel before it.</param>
/// <param name="After">The kernel after it.</param>
internal sealed record TraceStep(int Number, string Phase, string Name, string Summary, TimeSpan Time, LossKernel Before, LossKernel After)
{
    /// <summary>Whether the kernel's text differs from before.</summary>
    public bool IsVisible => KernelText.Of(Before) != KernelText.Of(After);

    /// <summary>Whether anything changed at all.</summary>
    public bool IsChanged => !Before.Equals(After);

    /// <summary>What the pass changed, as the lines of a unified diff: each after its first character, which is +, -, @ or a space.</summary>
    /// <remarks>The lines that a diff begins with name files, which do not exist here.</remarks>
    public IEnumerable<string> Difference() =>
        KernelText.LinesOf(UnidiffRenderer.GenerateUnidiff(KernelText.Of(Before), KernelText.Of(After), "before", "after"))
            .SkipWhile(static line => !line.StartsWith("@@", StringComparison.Ordinal));
}
